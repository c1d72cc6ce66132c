#pragma once
// Over HTTP: what waits for whoever asks, soonest first.
#include "api/door/context.hpp"
#include "api/http/router.hpp"
#include "api/nouns/waiting.hpp"

namespace api {

boost::json::object inbox_item_json(const waiting_item&); // its line in the list

std::vector<route> inbox_routes(const context&);

} // namespace api
