// Counting. What is overdue follows from the plan's periods and calendar, which the caller has.
#include "persistence/nouns/overview.hpp"

namespace persistence {
namespace {

std::vector<target_count> counts_of(unit_of_work& unit, const std::string& plan)
{
    std::vector<target_count> found;
    statement(unit,
              "SELECT t.period, t.state, t.extended_to, COUNT(*) FROM targets t WHERE "
              "t.plan = :plan AND t.made = 1 GROUP BY t.period, t.state, t.extended_to "
              "ORDER BY t.period, t.state, t.extended_to",
              {plan})
        .each([&](const soci::row& row) {
            found.push_back({text(row, 0), text(row, 1), optional_date(row, 2), number(row, 3)});
        });
    return found;
}

bool looks_down_on(const reach& r, const std::string& region)
{
    if (receives(r, region)) return true;
    for (const std::string& top : r.watched)
        if (workflow::lies_within(region, top)) return true;
    return false;
}

struct known_plan {
    std::string id;
    std::string region;
};

// Only where somebody may see or look down on a plan at all.
std::vector<known_plan> live_plans(unit_of_work& unit, const reach& r, const std::string& kind,
                                   int year, const std::string& region)
{
    std::vector<known_plan> found;
    statement find(unit,
                   "SELECT p.id, p.region FROM plans p WHERE p.live_key IS NOT NULL AND "
                   "p.kind = :kind",
                   {kind});
    add_of_year(find, year);
    add_region_bounds(find, r);
    if (!region.empty()) {
        find.add(" AND (1 = 0");
        add_region_within(find, region);
        find.add(")");
    }
    find.add(" ORDER BY p.region");
    find.each([&](const soci::row& row) { found.push_back({text(row, 0), text(row, 1)}); });
    return found;
}

} // namespace

std::vector<overview_row> overview(unit_of_work& unit, const workflow::principal& p,
                                   const std::string& kind, int year, const std::string& region)
{
    const reach r = reach_of(p);
    std::vector<overview_row> rows;
    for (const known_plan& known : live_plans(unit, r, kind, year, region)) {
        const auto seen = find_plan(unit, p, known.id);
        if (seen)
            rows.push_back({known.region, known.id, seen->current().state,
                            counts_of(unit, known.id), seen->plan.kind_version, seen->plan.year,
                            seen->plan.years});
        else if (looks_down_on(r, known.region))
            rows.push_back({known.region, {}, "not_submitted", {}});
    }
    return rows;
}

} // namespace persistence
