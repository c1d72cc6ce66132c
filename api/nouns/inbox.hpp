#pragma once
// Over HTTP: what waits for whoever asks, soonest first.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> inbox_routes(const context&);

} // namespace api
