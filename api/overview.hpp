#pragma once
// Over HTTP: how far the regions are.
#include "api/context.hpp"
#include "api/router.hpp"

namespace api {

std::vector<route> overview_routes(const context&);

} // namespace api
