#pragma once
// Over HTTP: how far the regions are.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> overview_routes(const context&);

} // namespace api
