#pragma once
// Over HTTP: the agencies of regions, for everybody signed in; kept by administrators.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> agency_routes(const context&);

} // namespace api
