#pragma once
// What changed from one revision of a matrix to another, told in the words of the API. Pure.
#include "workflow/things/plan.hpp"
#include <boost/json/array.hpp>
#include <string>

namespace api {

// One entry for each action that was added, removed or changed, by number:
// {"id","number","title","change","before","after","fields":[{"field","period","before","after"}]}
// `before` and `after` are the action, or null; `fields` names what differs, a target by its
// period. Ids and versions of targets do not count.
boost::json::array diff_json(const std::vector<workflow::action>& from,
                             const std::vector<workflow::action>& to, const std::string& plan);

} // namespace api
