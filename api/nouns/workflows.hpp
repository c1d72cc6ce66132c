#pragma once
// Over HTTP: the machines as they run, for pages that hold no workflow knowledge of their own.
#include "api/door/context.hpp"
#include "api/http/router.hpp"
#include <boost/json/object.hpp>

namespace api {

std::vector<route> workflow_routes(const context&);

// What states and commands are called, and what commands take, for the pages:
// {"machines":{resource:{"name","title","initial",
// "states":{state:{"title","final"}},
// "commands":{command:{"title","needs","takes","sensitive","undone_by"}}}}}
boost::json::object words_json(const context&, const std::string& locale);

} // namespace api
