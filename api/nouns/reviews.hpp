#pragma once
// Over HTTP: what agencies and approval stages said of a plan. Commands are in `commands`.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> review_routes(const context&);
std::vector<route> approval_routes(const context&);

} // namespace api
