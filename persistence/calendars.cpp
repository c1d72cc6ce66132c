// Calendars and periods from their tables.
#include "persistence/calendars.hpp"
#include "persistence/days.hpp"
#include "persistence/rows.hpp"
#include <algorithm>

namespace persistence {

workflow::calendar calendar_for(unit_of_work& unit, const workflow::region& place, int year)
{
    const auto parent = workflow::parent_of(place.code);
    const auto above = workflow::parent_of(parent);
    const auto first = std::to_string(year - 1) + "-01-01";
    const auto last = std::to_string(year + 1) + "-12-31";
    const soci::rowset<soci::row> rows =
        (unit.sql().prepare << "SELECT day FROM holidays WHERE region IN ('', :own, :parent, "
                               ":above) AND day >= :first AND day <= :last",
         soci::use(place.code), soci::use(parent), soci::use(above), soci::use(first),
         soci::use(last));
    std::set<workflow::date> days_off;
    for (const auto& row : rows) days_off.insert(day_of(text(row, 0)));
    return {std::move(days_off), place.zone};
}

std::vector<workflow::period> periods_for(unit_of_work& unit, const workflow::kind& rules,
                                          const workflow::region& place, int year)
{
    auto out = workflow::periods_of(rules, year);
    const long long of_year = year;
    const soci::rowset<soci::row> rows =
        (unit.sql().prepare << "SELECT code, from_day, to_day, cut_off, due, lock_day "
                               "FROM period_overrides WHERE region = :region AND kind = :kind "
                               "AND year = :year",
         soci::use(place.code), soci::use(rules.name), soci::use(of_year));
    for (const auto& row : rows) {
        const auto at = std::find_if(out.begin(), out.end(), [&](const workflow::period& p) {
            return p.code == text(row, 0);
        });
        if (at == out.end()) continue; // of a version of the kind that had it
        *at = {.code = text(row, 0),
               .from = day_of(text(row, 1)),
               .to = day_of(text(row, 2)),
               .cut_off = day_of(text(row, 3)),
               .due = day_of(text(row, 4)),
               .lock = day_of(text(row, 5))};
    }
    return out;
}

} // namespace persistence
