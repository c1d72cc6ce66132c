// The tables of days off.
#include "persistence/nouns/holidays.hpp"
#include "persistence/nouns/refusals.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/sql/days.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/people/directory_forms.hpp"
#include "workflow/people/directory_rights.hpp"

namespace persistence {
namespace {

std::string first_of(int year)
{
    return std::to_string(year) + "-01-01";
}
std::string last_of(int year)
{
    return std::to_string(year) + "-12-31";
}

std::optional<std::int64_t> stored_version(unit_of_work& unit, int year, const std::string& region)
{
    std::optional<std::int64_t> out;
    statement(unit, "SELECT version FROM holiday_years WHERE region = :region AND year = :year",
              {region, year})
        .each([&](const soci::row& row) { out = number(row, 0); });
    return out;
}

void write_version(unit_of_work& unit, const new_holidays& h)
{
    if (!stored_version(unit, h.year, h.region))
        statement(unit,
                  "INSERT INTO holiday_years(region, year, version) VALUES (:region, :year, 2)",
                  {h.region, h.year})
            .change_one();
    else
        statement(unit,
                  "UPDATE holiday_years SET version = version + 1 "
                  "WHERE region = :region AND year = :year AND version = :version",
                  {h.region, h.year, h.version})
            .change_one();
}

void replace(unit_of_work& unit, const new_holidays& h)
{
    write_version(unit, h);
    statement(unit,
              "DELETE FROM holidays WHERE region = :region AND day >= :first AND day <= :last",
              {h.region, first_of(h.year), last_of(h.year)})
        .change();
    for (const auto& one : h.items)
        statement(unit,
                  "INSERT INTO holidays(region, day, kind, name) "
                  "VALUES (:region, :day, :kind, :name)",
                  {h.region, one.day, one.kind, one.name})
            .change_one();
}

std::vector<workflow::field_error> faults_in(const new_holidays& h)
{
    std::vector<workflow::field_error> out;
    std::set<std::pair<workflow::date, std::string>> seen;
    for (std::size_t i = 0; i < h.items.size(); ++i) {
        const auto& one = h.items[i];
        const auto at = "/items/" + std::to_string(i);
        const bool kind_fits = h.region.empty()
                                   ? one.kind == "national" || one.kind == "joint_leave"
                                   : one.kind == "regional";
        if (!kind_fits)
            out.push_back(
                {at + "/kind",
                 {"field_not_a_choice",
                  {{"choices", h.region.empty() ? "national, joint_leave" : "regional"}}}});
        if (static_cast<int>(one.day.year()) != h.year)
            out.push_back(
                {at + "/date", {"holiday_outside_year", {{"year", std::to_string(h.year)}}}});
        if (!seen.emplace(one.day, one.kind).second)
            out.push_back({at + "/date", {"holiday_twice"}});
        if (one.name.empty()) out.push_back({at + "/name", {"field_empty"}});
        if (one.name.size() > workflow::name_characters_max)
            out.push_back({at + "/name", {"field_too_long", {{"limit", "200"}}}});
    }
    return out;
}

} // namespace

holiday_year get_holidays(unit_of_work& unit, int year, const std::string& region)
{
    holiday_year out{.version = stored_version(unit, year, region).value_or(1), .items = {}};
    statement(unit,
              "SELECT day, kind, name FROM holidays WHERE region = :region AND day >= :first "
              "AND day <= :last ORDER BY day, kind",
              {region, first_of(year), last_of(year)})
        .each([&](const soci::row& row) {
            out.items.push_back(
                {.day = day_of(text(row, 0)), .kind = text(row, 1), .name = text(row, 2)});
        });
    return out;
}

workflow::result<holiday_year> put_holidays(unit_of_work& unit, const workflow::principal& who,
                                            const new_holidays& wanted)
{
    if (!wanted.region.empty() && !find_region(unit, wanted.region)) return not_found();
    const auto keeper = wanted.region.empty() ? std::string(workflow::nation) : wanted.region;
    if (const auto may = workflow::require_keeper(who, keeper); !may) return may.error();
    if (auto faults = faults_in(wanted); !faults.empty()) return invalid(std::move(faults));
    if (stored_version(unit, wanted.year, wanted.region).value_or(1) != wanted.version)
        return stale();
    replace(unit, wanted);
    return get_holidays(unit, wanted.year, wanted.region);
}

bool seed_holidays(unit_of_work& unit, int year, const std::vector<workflow::holiday>& items)
{
    if (stored_version(unit, year, {})) return false;
    replace(unit, {.year = year, .region = {}, .items = items, .version = 1});
    return true;
}

} // namespace persistence
