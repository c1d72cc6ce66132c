#pragma once
// Over HTTP: the kinds of plan, with all that a form needs.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> kind_routes(const context&);

} // namespace api
