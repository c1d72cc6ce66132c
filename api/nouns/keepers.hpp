#pragma once
// Who keeps the directory of a region, for handlers of people, posts, agencies and days: the right
// is asked before the body is judged, and a refusal names those who could.
#include "api/http/json_body.hpp"
#include "api/nouns/transact.hpp"
#include "workflow/people/directory_rights.hpp"

namespace api {

// Forbidden unless the caller keeps the region's directory; with an empty or unknown region:
// unless they keep any at all.
std::optional<workflow::refusal> refuse_non_keeper(const work&, const std::string& region);

// The region that somebody creates in when they name none: that of their post as administrator,
// else the nation.
std::string own_region(const workflow::principal&);

// The refusal with the names of the administrators, where it is one of rights.
workflow::refusal with_keepers(const work&, workflow::refusal);

// A member that is named but of the wrong form counts as not named: its fault is told later.
std::string text_in(const boost::json::value& body, std::string_view member);

} // namespace api
