#pragma once
// A list as a whole, one item a line (application/x-ndjson): the pages that its route answers, one
// after the other into a file that is sent, so that memory holds one page. Each page is read by
// itself and goes on behind the last key of the one before: what comes or goes meanwhile neither
// repeats nor hides anything else.
#include "api/http/router.hpp"
#include <filesystem>

namespace api {

inline constexpr std::string_view lines_type = "application/x-ndjson";

// The route, which answers with lines who accepts them alone. Refusals beside its own: malformed
// for `limit` and `cursor`, and for a list of more than `whole_list_items_max`; unavailable while
// `whole_lists_at_once_max` others are read. `data` is where spooled files lie.
route with_whole_list(route, std::filesystem::path data);

} // namespace api
