#pragma once
// Over HTTP: people's accounts. Passwords are chosen by their owners, never by administrators.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> user_routes(const context&);

} // namespace api
