#pragma once
// What waits for a person, as a feed for the calendar on their phone, and the address that opens
// it: the one secret that may stand in a URL, because it can only read, and can be revoked.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> calendar_routes(const context&);

} // namespace api
