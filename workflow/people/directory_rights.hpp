#pragma once
// Who sees and who keeps the directory: people, posts, agencies, days off. Pure. A secretariat
// sees the people of its region; an administrator sees and keeps those of its region and all below,
// of everything when appointed to the nation (contract, section 2).
#include "workflow/people/person.hpp"
#include "workflow/words/error.hpp"
#include <functional>
#include <vector>

namespace workflow {

struct directory_reach {
    std::vector<std::string> regions; // secretariats: exactly these
    std::vector<std::string> trees;   // administrators: these and all below
};
directory_reach reach_in_directory(const principal&);

bool sees_directory_of(const directory_reach&, std::string_view region);
bool keeps_directory_of(const principal&, std::string_view region);

// Forbidden, with who may; nothing when the person keeps that region's directory.
result<void> require_keeper(const principal&, const std::string& region);

// Whoever opens or changes an account can be that person. So they keep the directory of its home
// and of every region in which the person holds, or will hold, a post. `today`: by the region's
// code.
result<void> require_keeper_of(const principal&, const user&,
                               const std::function<date(const std::string& region)>& today);

} // namespace workflow
