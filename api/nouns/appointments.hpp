#pragma once
// Over HTTP: who holds which post, from one day to another.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> appointment_routes(const context&);

} // namespace api
