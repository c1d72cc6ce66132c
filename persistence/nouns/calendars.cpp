// Calendars and periods from their tables.
#include "persistence/nouns/calendars.hpp"
#include "persistence/sql/days.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/days/fixed_days.hpp"
#include "workflow/things/sha256.hpp"
#include <algorithm>
#include <limits>

namespace persistence {
namespace {

using days = std::set<workflow::date>;
using days_by_region = std::map<std::string, std::vector<workflow::date>>;

// What is counted from a plan's last days lies in the year after, and from its draft in the one
// before.
struct span_of_years {
    int first{};
    int years{1};

    int before() const { return first - 1; }
    int after() const { return first + years; }
};

// The region itself and those above it; "" has the nation's days.
std::vector<std::string> around(const std::string& region)
{
    const auto parent = workflow::parent_of(region);
    return {"", region, parent, workflow::parent_of(parent)};
}

days_by_region read_days_off(unit_of_work& unit, const std::set<std::string>& regions,
                             int first_year, int last_year)
{
    days_by_region found;
    in_pieces({regions.begin(), regions.end()}, [&](const auto& some) {
        statement find(unit, "SELECT day, region FROM holidays WHERE ");
        find.among("region", some).add(" AND day >= ", std::to_string(first_year) + "-01-01");
        find.add(" AND day <= ", std::to_string(last_year) + "-12-31");
        find.each(
            [&](const soci::row& row) { found[text(row, 1)].push_back(day_of(text(row, 0))); });
    });
    return found;
}

// From the year before the first to the year after the last. A year for which nobody has entered
// the nation's days has those that are the same in every year.
days days_off_of(const days_by_region& read, const std::string& region, const span_of_years& of)
{
    days out;
    std::set<int> listed;
    for (const std::string& each : around(region)) {
        const auto found = read.find(each);
        if (found == read.end()) continue;
        for (const workflow::date& day : found->second) {
            const int in = static_cast<int>(day.year());
            if (in < of.before() || in > of.after()) continue;
            out.insert(day);
            if (each.empty()) listed.insert(in);
        }
    }
    for (int each = of.before(); each <= of.after(); ++each)
        if (!listed.contains(each))
            for (const auto& fixed : workflow::fixed_days_of(each)) out.insert(fixed.day);
    return out;
}

days read_days_off(unit_of_work& unit, const std::string& region, const span_of_years& of)
{
    const auto all = around(region);
    return days_off_of(read_days_off(unit, {all.begin(), all.end()}, of.before(), of.after()),
                       region, of);
}

workflow::period period_in(const soci::row& row)
{
    return {.code = text(row, 0),
            .from = day_of(text(row, 1)),
            .to = day_of(text(row, 2)),
            .cut_off = day_of(text(row, 3)),
            .due = day_of(text(row, 4)),
            .lock = day_of(text(row, 5))};
}

constexpr fixed_text moved_columns("SELECT code, from_day, to_day, cut_off, due, lock_day, region, "
                                   "kind, year FROM period_overrides WHERE ");

struct dates_of {
    std::string region;
    std::string kind;
    int year{};
};

std::vector<workflow::period> read_moved(unit_of_work& unit, const dates_of& which)
{
    std::vector<workflow::period> out;
    statement find(unit, moved_columns);
    find.add("region = ", which.region).add(" AND kind = ", which.kind);
    find.add(" AND year = ", which.year);
    find.each([&](const soci::row& row) { out.push_back(period_in(row)); });
    return out;
}

std::vector<workflow::period> with_moved(std::vector<workflow::period> periods,
                                         const std::vector<workflow::period>& moved)
{
    for (const workflow::period& m : moved) {
        const auto at = std::find_if(periods.begin(), periods.end(),
                                     [&](const workflow::period& p) { return p.code == m.code; });
        if (at != periods.end()) *at = m; // else of a version of the kind that had it
    }
    return periods;
}

} // namespace

workflow::calendar calendar_for(unit_of_work& unit, const workflow::region& place, int year,
                                int years)
{
    return {unit.remembered("days off " + place.code + " " + std::to_string(year) + " " +
                                std::to_string(years),
                            [&] {
                                return read_days_off(unit, place.code, {year, years});
                            }),
            place.zone};
}

std::vector<workflow::period> periods_for(unit_of_work& unit, const workflow::kind& rules,
                                          const workflow::region& place, int year)
{
    const dates_of which{place.code, rules.name, year};
    return with_moved(
        workflow::periods_of(rules, year),
        unit.remembered("moved " + which.region + " " + which.kind + " " + std::to_string(year),
                        [&] { return read_moved(unit, which); }));
}

calendars::calendars(unit_of_work& unit, const std::vector<year_of>& wanted)
{
    if (wanted.empty()) return;
    int first = std::numeric_limits<int>::max();
    int last = std::numeric_limits<int>::min();
    std::set<std::string> above;
    std::set<std::string> own;
    for (const year_of& each : wanted) {
        const span_of_years of{each.year, each.years};
        first = std::min(first, of.before());
        last = std::max(last, of.after());
        own.insert(each.place.code);
        for (const std::string& code : around(each.place.code)) above.insert(code);
    }
    days_off_ = read_days_off(unit, above, first, last);
    in_pieces({own.begin(), own.end()}, [&](const auto& some) {
        statement(unit, moved_columns).among("region", some).each([&](const soci::row& row) {
            moved_[{text(row, 6), text(row, 7), static_cast<int>(number(row, 8))}].push_back(
                period_in(row));
        });
    });
}

workflow::calendar calendars::calendar_for(const workflow::region& place, int year, int years) const
{
    return {days_off_of(days_off_, place.code, {year, years}), place.zone};
}

std::vector<workflow::period> calendars::periods_for(const workflow::kind& rules,
                                                     const workflow::region& place, int year) const
{
    const auto found = moved_.find({place.code, rules.name, year});
    return with_moved(workflow::periods_of(rules, year),
                      found == moved_.end() ? std::vector<workflow::period>{} : found->second);
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
