#pragma once
// Who sees and who keeps the directory: people, posts, agencies, days off. Pure. A secretariat
// sees the people of its region; an administrator sees and keeps those of its region and all below,
// of everything when appointed to the nation (contract, section 2).
#include "workflow/error.hpp"
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

} // namespace workflow
