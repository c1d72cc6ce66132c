// The tables of moved periods.
#include "persistence/nouns/periods.hpp"
#include "persistence/nouns/calendars.hpp"
#include "persistence/nouns/refusals.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/people/directory_rights.hpp"
#include "workflow/things/target.hpp"
#include <algorithm>
#include <set>

namespace persistence {
namespace {

struct place {
    std::string region;
    std::string kind;
    int year;
};

std::optional<std::int64_t> stored_version(unit_of_work& unit, const place& at)
{
    std::optional<std::int64_t> out;
    statement(unit,
              "SELECT version FROM period_years WHERE region = :region AND kind = :kind "
              "AND year = :year",
              {at.region, at.kind, at.year})
        .each([&](const soci::row& row) { out = number(row, 0); });
    return out;
}

void write_version(unit_of_work& unit, const place& at, std::int64_t version)
{
    if (!stored_version(unit, at))
        statement(unit,
                  "INSERT INTO period_years(region, kind, year, version) "
                  "VALUES (:region, :kind, :year, 2)",
                  {at.region, at.kind, at.year})
            .change_one();
    else
        statement(unit,
                  "UPDATE period_years SET version = version + 1 WHERE region = :region "
                  "AND kind = :kind AND year = :year AND version = :version",
                  {at.region, at.kind, at.year, version})
            .change_one();
}

void replace(unit_of_work& unit, const place& at, const new_periods& moved)
{
    write_version(unit, at, moved.version);
    statement(unit,
              "DELETE FROM period_overrides WHERE region = :region AND kind = :kind "
              "AND year = :year",
              {at.region, at.kind, at.year})
        .change();
    for (const auto& p : moved.items)
        statement(unit,
                  "INSERT INTO period_overrides(region, kind, year, code, from_day, to_day, "
                  "cut_off, due, lock_day) "
                  "VALUES (:region, :kind, :year, :code, :from, :to, :cut_off, :due, :lock)",
                  {at.region, at.kind, at.year, p.code, p.from, p.to, p.cut_off, p.due, p.lock})
            .change_one();
}

std::vector<workflow::field_error> faults_in(const workflow::kind& rules, const new_periods& moved)
{
    std::vector<workflow::field_error> out;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < moved.items.size(); ++i) {
        const auto& p = moved.items[i];
        const auto at = "/items/" + std::to_string(i);
        const bool known = std::any_of(rules.periods.begin(), rules.periods.end(),
                                       [&](const auto& rule) { return rule.code == p.code; });
        if (!known) out.push_back({at + "/code", {"period_unknown", {{"code", p.code}}}});
        if (!seen.insert(p.code).second)
            out.push_back({at + "/code", {"period_twice", {{"code", p.code}}}});
        if (p.to < p.from || p.cut_off < p.from || p.due < p.cut_off || p.lock < p.due)
            out.push_back({at, {"period_disordered"}});
    }
    return out;
}

} // namespace

period_year get_periods(unit_of_work& unit, const workflow::kind& rules,
                        const workflow::region& region, int year)
{
    return {.version = stored_version(unit, {region.code, rules.name, year}).value_or(1),
            .items = periods_for(unit, rules, region, year)};
}

workflow::result<period_year> put_periods(unit_of_work& unit, const workflow::principal& who,
                                          const workflow::kind& rules,
                                          const workflow::region& region, const new_periods& moved)
{
    if (const auto may = workflow::require_keeper(who, region.code); !may) return may.error();
    if (auto faults = faults_in(rules, moved); !faults.empty()) return invalid(std::move(faults));
    const place at{region.code, rules.name, moved.year};
    if (stored_version(unit, at).value_or(1) != moved.version) return stale();
    replace(unit, at, moved);
    return get_periods(unit, rules, region, moved.year);
}

std::map<std::string, std::int64_t> lapsed_targets(unit_of_work& unit, const workflow::kind& rules,
                                                   const workflow::region& region, int year)
{
    std::map<std::string, std::int64_t> out;
    statement(unit,
              "SELECT t.period, COUNT(*) FROM targets t JOIN plans p ON p.id = t.plan "
              "WHERE p.region = :region AND p.kind = :kind AND p.year = :year AND t.made = 1 "
              "AND t.state = :not_reported GROUP BY t.period",
              {region.code, rules.name, year, workflow::target_state::not_reported})
        .each([&](const soci::row& row) { out[text(row, 0)] = number(row, 1); });
    return out;
}

} // namespace persistence
