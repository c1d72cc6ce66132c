#pragma once
// Over HTTP: period reports. Their commands are in `commands`.
#include "api/context.hpp"
#include "api/router.hpp"

namespace api {

std::vector<route> report_routes(const context&);

} // namespace api
