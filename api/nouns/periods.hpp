#pragma once
// Over HTTP: the dates of a kind's periods as a region has moved them in a year.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> period_routes(const context&);

} // namespace api
