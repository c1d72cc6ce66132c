// Calendars and periods from their tables.
#include "persistence/calendars.hpp"
#include "persistence/days.hpp"
#include "persistence/statement.hpp"
#include <algorithm>

namespace persistence {

workflow::calendar calendar_for(unit_of_work& unit, const workflow::region& place, int year)
{
    const auto parent = workflow::parent_of(place.code);
    const auto above = workflow::parent_of(parent);
    const auto first = std::to_string(year - 1) + "-01-01";
    const auto last = std::to_string(year + 1) + "-12-31";
    std::set<workflow::date> days_off;
    statement(unit,
              "SELECT day FROM holidays WHERE region IN ('', :own, :parent, :above) "
              "AND day >= :first AND day <= :last",
              {place.code, parent, above, first, last})
        .each([&](const soci::row& row) { days_off.insert(day_of(text(row, 0))); });
    return {std::move(days_off), place.zone};
}

std::vector<workflow::period> periods_for(unit_of_work& unit, const workflow::kind& rules,
                                          const workflow::region& place, int year)
{
    auto out = workflow::periods_of(rules, year);
    const auto override_one = [&](const soci::row& row) {
        const auto at = std::find_if(out.begin(), out.end(), [&](const workflow::period& p) {
            return p.code == text(row, 0);
        });
        if (at == out.end()) return; // of a version of the kind that had it
        *at = {.code = text(row, 0),
               .from = day_of(text(row, 1)),
               .to = day_of(text(row, 2)),
               .cut_off = day_of(text(row, 3)),
               .due = day_of(text(row, 4)),
               .lock = day_of(text(row, 5))};
    };
    statement(unit,
              "SELECT code, from_day, to_day, cut_off, due, lock_day FROM period_overrides "
              "WHERE region = :region AND kind = :kind AND year = :year",
              {place.code, rules.name, year})
        .each(override_one);
    return out;
}

} // namespace persistence
