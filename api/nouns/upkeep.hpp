#pragma once
// What the administrators of an installation must see to: a scheduler that stands still, a year
// whose days off nobody has entered.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

// The scheduler looks every half minute; one that was not seen for so long stands still.
inline constexpr std::chrono::minutes scheduler_late_after{5};

std::vector<route> upkeep_routes(const context&);

} // namespace api
