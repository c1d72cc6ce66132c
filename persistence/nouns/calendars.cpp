// Calendars and periods from their tables.
#include "persistence/nouns/calendars.hpp"
#include "persistence/sql/days.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/days/fixed_days.hpp"
#include "workflow/things/sha256.hpp"
#include <algorithm>

namespace persistence {
namespace {

std::set<workflow::date> read_days_off(unit_of_work& unit, const std::string& region, int year)
{
    const auto parent = workflow::parent_of(region);
    const auto above = workflow::parent_of(parent);
    const auto first = std::to_string(year - 1) + "-01-01";
    const auto last = std::to_string(year + 1) + "-12-31";
    std::set<workflow::date> days_off;
    std::set<int> listed; // years with days of the nation
    statement(unit,
              "SELECT day, region FROM holidays WHERE region IN ('', :own, :parent, :above) "
              "AND day >= :first AND day <= :last",
              {region, parent, above, first, last})
        .each([&](const soci::row& row) {
            const auto day = day_of(text(row, 0));
            days_off.insert(day);
            if (text(row, 1).empty()) listed.insert(static_cast<int>(day.year()));
        });
    for (int each = year - 1; each <= year + 1; ++each)
        if (!listed.contains(each))
            for (const auto& fixed : workflow::fixed_days_of(each)) days_off.insert(fixed.day);
    return days_off;
}

struct dates_of {
    std::string region;
    std::string kind;
    int year{};
};

std::vector<workflow::period> read_moved(unit_of_work& unit, const dates_of& which)
{
    std::vector<workflow::period> out;
    statement(unit,
              "SELECT code, from_day, to_day, cut_off, due, lock_day FROM period_overrides "
              "WHERE region = :region AND kind = :kind AND year = :year",
              {which.region, which.kind, which.year})
        .each([&](const soci::row& row) {
            out.push_back({.code = text(row, 0),
                           .from = day_of(text(row, 1)),
                           .to = day_of(text(row, 2)),
                           .cut_off = day_of(text(row, 3)),
                           .due = day_of(text(row, 4)),
                           .lock = day_of(text(row, 5))});
        });
    return out;
}

} // namespace

workflow::calendar calendar_for(unit_of_work& unit, const workflow::region& place, int year)
{
    return {unit.once_a_batch("days off " + place.code + " " + std::to_string(year),
                              [&] { return read_days_off(unit, place.code, year); }),
            place.zone};
}

std::vector<workflow::period> periods_for(unit_of_work& unit, const workflow::kind& rules,
                                          const workflow::region& place, int year)
{
    auto out = workflow::periods_of(rules, year);
    const dates_of which{place.code, rules.name, year};
    const auto moved =
        unit.once_a_batch("moved " + which.region + " " + which.kind + " " + std::to_string(year),
                          [&] { return read_moved(unit, which); });
    for (const workflow::period& m : moved) {
        const auto at = std::find_if(out.begin(), out.end(),
                                     [&](const workflow::period& p) { return p.code == m.code; });
        if (at != out.end()) *at = m; // else of a version of the kind that had it
    }
    return out;
}

std::string mark_of_all_dates(unit_of_work& unit)
{
    std::string all;
    const auto add = [&](const soci::row& row) {
        for (std::size_t i = 0; i < row.size(); ++i) all += text(row, i) + '|';
    };
    statement(unit, "SELECT region, day FROM holidays ORDER BY region, day").each(add);
    statement(unit, "SELECT region, kind, code, from_day, cut_off, lock_day FROM period_overrides "
                    "ORDER BY region, kind, year, code")
        .each(add);
    return workflow::sha256_hex(all);
}

} // namespace persistence
