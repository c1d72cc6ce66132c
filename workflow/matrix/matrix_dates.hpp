#pragma once
// Days as offices write them into a cell.
#include "workflow/days/clock.hpp"
#include <optional>
#include <string_view>

namespace workflow {

// 2026-12-01; 1/12/2026, 1-12-2026, 1.12.2026, the day first as in Indonesia; 1 Desember 2026,
// 1 Dec 2026. Nothing for a day that the calendar does not have. Precondition: tidied text.
std::optional<date> written_day_in(std::string_view);

} // namespace workflow
