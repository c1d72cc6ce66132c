#pragma once
// Over HTTP: what waits for whoever asks, soonest first.
#include "api/context.hpp"
#include "api/router.hpp"

namespace api {

std::vector<route> inbox_routes(const context&);

} // namespace api
