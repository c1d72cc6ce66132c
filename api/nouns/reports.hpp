#pragma once
// Over HTTP: period reports. Their commands are in `commands`.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> report_routes(const context&);

} // namespace api
