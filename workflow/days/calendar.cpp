// Working days are counted by weeks and holidays, not day by day: a due date may lie far away.
#include "workflow/days/calendar.hpp"
#include <algorithm>
#include <date/tz.h>
#include <utility>

namespace workflow {

namespace {

std::chrono::sys_days sys(date day)
{
    return std::chrono::sys_days{day};
}

bool is_weekday(date day)
{
    const std::chrono::weekday weekday{sys(day)};
    return weekday != std::chrono::Saturday && weekday != std::chrono::Sunday;
}

// A local time as an instant. Where clocks go back the earlier one is meant; a time that a clock
// skips means the moment of the change.
instant to_instant(const ::date::time_zone& zone, std::chrono::sys_days day,
                   std::chrono::minutes after)
{
    const ::date::local_time<std::chrono::minutes> local{day.time_since_epoch() + after};
    return zone.to_sys(local, ::date::choose::earliest);
}

} // namespace

calendar::calendar(std::set<date> days_off, std::string zone)
    : days_off_(std::move(days_off)), zone_(std::move(zone)), place_(::date::locate_zone(zone_))
{
}

bool calendar::is_working_day(date day) const
{
    return is_weekday(day) && !days_off_.contains(day);
}

date calendar::today(instant now) const
{
    const auto local = place_->to_local(now);
    const auto day = std::chrono::floor<std::chrono::days>(local.time_since_epoch());
    return date{std::chrono::sys_days{day}};
}

instant calendar::end_of(date day) const
{
    return to_instant(*place_, sys(day) + std::chrono::days{1}, std::chrono::minutes{0});
}

instant calendar::at(date day, int hour, int minute) const
{
    return to_instant(*place_, sys(day), std::chrono::hours{hour} + std::chrono::minutes{minute});
}

// No zone is a day away from UTC, so only instants close to the day need the zone at all.
bool calendar::has_passed(date last_day, instant now) const
{
    if (now < sys(last_day)) return false;
    if (now >= sys(last_day) + std::chrono::days{2}) return true;
    return now >= end_of(last_day);
}

bool calendar::has_begun(date first_day, instant now) const
{
    return has_passed(add_days(first_day, -1), now);
}

date calendar::back_to_working_day(date day) const
{
    while (!is_working_day(day)) day = add_days(day, -1);
    return day;
}

date calendar::forward_to_working_day(date day) const
{
    while (!is_working_day(day)) day = add_days(day, 1);
    return day;
}

date calendar::add_working_days(date day, int count) const
{
    while (count > 0) {
        day = add_days(day, 1);
        if (is_working_day(day)) --count;
    }
    return day;
}

int calendar::days_left(date today, date due) const
{
    if (due < today) return -std::max(1, working_days_between(due, today));
    return working_days_between(today, due);
}

int calendar::working_days_between(date after, date up_to) const
{
    const int days = static_cast<int>((sys(up_to) - sys(after)).count());
    int count = days / 7 * 5;
    for (date day = add_days(after, days - days % 7); day != up_to;) {
        day = add_days(day, 1);
        if (is_weekday(day)) ++count;
    }
    const auto last = days_off_.upper_bound(up_to);
    for (auto off = days_off_.upper_bound(after); off != last; ++off) {
        if (is_weekday(*off)) --count;
    }
    return count;
}

date add_days(date day, int count)
{
    return date{sys(day) + std::chrono::days{count}};
}

} // namespace workflow
