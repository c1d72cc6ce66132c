#pragma once
// Over HTTP: the tree of regions, for everybody signed in.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> region_routes(const context&);

} // namespace api
