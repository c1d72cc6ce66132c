// Reports of the plans in force directly below a region.
#include "persistence/nouns/reports_below.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/things/plan.hpp"
#include <algorithm>

namespace persistence {
namespace {

constexpr fixed_text below_columns(
    "SELECT o.period, p.region, o.id, o.state, o.version, p.parent_region, p.kind, p.year "
    "FROM plans p JOIN reports o ON o.plan = p.id WHERE ");

// Of a plan that is in force, or was to its end.
void add_in_force(statement& find)
{
    find.add(" AND EXISTS (SELECT 1 FROM revisions v WHERE v.plan = p.id AND v.state IN (",
             workflow::plan_state::in_force);
    find.add(", ", workflow::plan_state::closed).add(")) ORDER BY o.period, p.region");
}

std::pair<std::string, workflow::child_report> below_in(const soci::row& row)
{
    workflow::child_report child;
    child.region = text(row, 1);
    child.id = text(row, 2);
    child.state = text(row, 3);
    child.version = number(row, 4);
    return {text(row, 0), std::move(child)};
}

} // namespace

reports_below read_reports_below(unit_of_work& unit, const child_key& k)
{
    reports_below found;
    statement find(unit, below_columns);
    find.add("p.parent_region = ", k.parent_region).add(" AND p.kind = ", k.kind);
    find.add(" AND p.year = ", k.year);
    add_in_force(find);
    find.each([&](const soci::row& row) { found.push_back(below_in(row)); });
    return found;
}

std::map<child_key, reports_below> read_reports_below(unit_of_work& unit,
                                                      const std::vector<std::string>& regions)
{
    std::map<child_key, reports_below> found;
    in_pieces(regions, [&](const auto& some) {
        statement find(unit, below_columns);
        find.among("p.parent_region", some);
        add_in_force(find);
        find.each([&](const soci::row& row) {
            found[{text(row, 5), text(row, 6), static_cast<int>(number(row, 7))}].push_back(
                below_in(row));
        });
    });
    return found;
}

void put_children(workflow::world& w, const std::vector<workflow::region>& below,
                  const reports_below& there)
{
    for (const workflow::period& p : w.periods)
        for (const workflow::region& region : below) {
            const auto found = std::find_if(there.begin(), there.end(), [&](const auto& x) {
                return x.first == p.code && x.second.region == region.code;
            });
            workflow::child_report child;
            if (found != there.end()) child = found->second;
            child.region = region.code;
            child.region_name = region.name;
            w.children.emplace_back(p.code, std::move(child));
        }
}

} // namespace persistence
