#pragma once
// The words that come from closed lists, as schemas of the description: states, commands and events
// of every machine, roles, names of members. Made of the tables and of the kinds in use, so that
// none is written twice: review_state, review_command, state, role …
#include "api/door/context.hpp"
#include <boost/json/object.hpp>

namespace api {

boost::json::object closed_lists(const context&);

} // namespace api
