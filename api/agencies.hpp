#pragma once
// Over HTTP: the agencies of regions, for everybody signed in; kept by administrators.
#include "api/context.hpp"
#include "api/router.hpp"

namespace api {

std::vector<route> agency_routes(const context&);

} // namespace api
