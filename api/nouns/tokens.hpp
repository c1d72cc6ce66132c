#pragma once
// Over HTTP: the tokens by which machines ask in somebody's name. Their holder makes, sees and ends
// them; administrators see and end those of the people they keep. No token manages tokens.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> token_routes(const context&);

} // namespace api
