#pragma once
// Over HTTP: the machines as they run, for pages that hold no workflow knowledge of their own.
#include "api/context.hpp"
#include "api/router.hpp"

namespace api {

std::vector<route> workflow_routes(const context&);

} // namespace api
