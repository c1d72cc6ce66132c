#pragma once
// Over HTTP: files that prove an achievement. What somebody may not read is not found.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

inline constexpr std::size_t evidence_files_max = 100; // of one target's round

std::vector<route> evidence_routes(const context&);
route upload_route(const context&); // POST /targets/{id}/evidence

} // namespace api
