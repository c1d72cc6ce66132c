#pragma once
// Dates and times as people in Indonesia write them, in Indonesian and English.
#include "workflow/days/clock.hpp"
#include <string>
#include <string_view>

namespace notifications {

std::string spoken_date(workflow::date, std::string_view locale);         // 30 April 2026
std::string spoken_weekday_date(workflow::date, std::string_view locale); // Kamis, 30 April 2026

// Kamis, 30 April 2026 pukul 07.30 WIB
std::string spoken_instant(workflow::instant, const std::string& zone, std::string_view locale);

// WIB, WITA, WIT; elsewhere the zone database's own abbreviation at that time.
std::string zone_name(const std::string& zone, workflow::instant at);

} // namespace notifications
