// Plans, posts and days off for a look ahead.
#include "persistence/nouns/courses.hpp"
#include "persistence/nouns/appointment_rows.hpp"
#include "persistence/nouns/reach.hpp"
#include "workflow/things/plan.hpp"

namespace persistence {

std::vector<live_plan> live_plans(unit_of_work& unit, const std::string& region)
{
    statement select(unit, "SELECT p.id, p.region, r.zone, p.kind, MAX(v.shown) FROM plans p "
                           "JOIN regions r ON r.code = p.region "
                           "JOIN revisions v ON v.plan = p.id WHERE EXISTS (SELECT w.plan FROM "
                           "revisions w WHERE w.plan = p.id AND w.state IN (''");
    for (std::string_view state : workflow::plan_state::live) select.add(", ", state);
    select.add(")) AND (p.year = 0");
    add_reach(select, {" OR p.region = ", " OR p.region LIKE "},
              {.regions = {}, .trees = {region}});
    select.add(") GROUP BY p.id, p.region, r.zone, p.kind ORDER BY p.region, p.id");
    std::vector<live_plan> out;
    select.each([&](const soci::row& row) {
        out.push_back(
            {text(row, 0), text(row, 1), text(row, 2), text(row, 3), number(row, 4) != 0});
    });
    return out;
}

std::vector<workflow::appointment> posts_between(unit_of_work& unit, const workflow::region& around,
                                                 workflow::date first, workflow::date last)
{
    auto select = select_appointments(unit);
    select.add(" AND (p.region = ", around.code);
    select.add(" OR (p.region = ", workflow::parent_of(around.code));
    select.add(" AND p.role = ", workflow::role::secretariat).add("))");
    select.add(" AND u.disabled = 0 AND p.from_day <= ", last);
    select.add(" AND (p.to_day = '' OR p.to_day >= ", first).add(")");
    select.add(" ORDER BY u.name, p.id");
    return read_appointments(select);
}

bool has_holidays(unit_of_work& unit, int year)
{
    return one_number({unit,
                       "SELECT COUNT(*) FROM holidays WHERE region = '' AND day LIKE :year",
                       {std::to_string(year) + "-%"}}) > 0;
}

} // namespace persistence
