#pragma once
// What time it is. Instants are UTC microseconds; civil dates are kept with the zone they mean.
#include <chrono>
#include <functional>
#include <string>

namespace workflow {

using instant = std::chrono::sys_time<std::chrono::microseconds>;
using date = std::chrono::year_month_day;

// The port: the real clock in `serve`, a set one in the demo, tests and rehearsals.
using clock = std::function<instant()>;

inline std::int64_t microseconds_of(instant at)
{
    return at.time_since_epoch().count();
}
inline instant instant_of(std::int64_t microseconds)
{
    return instant{std::chrono::microseconds{microseconds}};
}

std::string iso(date day);       // 2026-04-30
std::string rfc3339(instant at); // 2026-04-30T02:30:00Z, fraction only when present
bool parse_date(std::string_view text,
                date&); // strict ISO; false when it is no day of the calendar

} // namespace workflow
