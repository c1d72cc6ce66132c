#pragma once
// What somebody may do now: their posts, each judged by the date local to its own region.
#include "api/http/router.hpp"
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/people/person.hpp"
#include <optional>

namespace api {

// Nothing when there is no such user or the account is disabled. `bearer` and `stepped_up` are for
// whoever knows how the person came in.
std::optional<workflow::principal> rights_of(persistence::unit_of_work&, const std::string& user);

// The caller's, with how they came in. Of somebody disabled a moment ago: nothing.
workflow::principal rights_of(persistence::unit_of_work&, const caller&);

// Today in the region; of the capital where the region is not known.
workflow::date today_in(persistence::unit_of_work&, const std::string& region);

} // namespace api
