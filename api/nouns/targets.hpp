#pragma once
// Over HTTP: targets, what staff save into an open one, their history, and one command for many.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

inline constexpr std::size_t bulk_items_max = 200;

std::vector<route> target_routes(const context&);
route bulk_route(const context&); // POST /targets/commands/{command}

} // namespace api
