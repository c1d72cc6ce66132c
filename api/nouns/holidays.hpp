#pragma once
// Over HTTP: the days off of a year, the nation's or a region's, replaced as a whole.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> holiday_routes(const context&);

} // namespace api
