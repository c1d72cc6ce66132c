#pragma once
// Over HTTP: one command for many targets.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

inline constexpr std::size_t bulk_items_max = 200;

route bulk_route(const context&); // POST /targets/commands/{command}

} // namespace api
