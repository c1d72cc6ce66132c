#pragma once
// Every route of the API, gathered from the nouns. Handlers keep a reference to the context, which
// must outlive them.
#include "api/context.hpp"
#include "api/router.hpp"

namespace api {

std::vector<route> all_routes(const context&);

} // namespace api
