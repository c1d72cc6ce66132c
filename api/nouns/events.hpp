#pragma once
// Over HTTP: following what happens in a region, from a program that keeps a copy.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> event_routes(const context&);

} // namespace api
