#pragma once
// Who is asking, with the posts that hold on the day.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/people/person.hpp"
#include <optional>

namespace persistence {

// Nothing when there is no such user or the account is disabled. `bearer` and `stepped_up` are for
// whoever knows how the person came in.
std::optional<workflow::principal> load_principal(unit_of_work&, const std::string& user,
                                                  workflow::date today);

} // namespace persistence
