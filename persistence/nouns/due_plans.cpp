// Dates of periods are data of kinds and their overrides, so they are compared here and not in SQL.
#include "persistence/nouns/due_plans.hpp"
#include "persistence/nouns/calendars.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/days/later_of.hpp"
#include "workflow/things/plan.hpp"
#include "workflow/things/review.hpp"
#include "workflow/things/target.hpp"
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace persistence {
namespace {

using plan_rules = std::tuple<std::string, int, std::string, int>; // kind, version, region, year

struct waiting_targets {
    std::string plan;
    plan_rules rules;
    std::string period;
    std::string state;
    std::optional<workflow::date> extended_to;
};

std::vector<waiting_targets> waiting(unit_of_work& unit)
{
    std::vector<waiting_targets> found;
    statement(unit,
              "SELECT p.id, p.kind, p.kind_version, p.region, p.year, t.period, t.state, "
              "t.extended_to FROM targets t JOIN plans p ON p.id = t.plan WHERE t.made = 1 AND "
              "t.state IN (:planned, :open) GROUP BY p.id, p.kind, p.kind_version, p.region, "
              "p.year, t.period, t.state, t.extended_to",
              {workflow::target_state::planned, workflow::target_state::open})
        .each([&](const soci::row& row) {
            found.push_back({text(row, 0),
                             {text(row, 1), static_cast<int>(number(row, 2)), text(row, 3),
                              static_cast<int>(number(row, 4))},
                             text(row, 5),
                             text(row, 6),
                             optional_date(row, 7)});
        });
    return found;
}

bool is_due(const waiting_targets& t, const std::vector<workflow::period>& periods,
            workflow::date today)
{
    for (const workflow::period& p : periods)
        if (p.code == t.period)
            return t.state == workflow::target_state::planned
                       ? p.from <= today
                       : workflow::later_of(t.extended_to, p.lock) < today;
    return false;
}

void add_late_reviews(unit_of_work& unit, workflow::date today, std::set<std::string>& plans)
{
    statement(unit,
              "SELECT DISTINCT w.plan FROM reviews w JOIN revisions v ON v.plan = w.plan AND "
              "v.number = w.revision WHERE w.state = :pending AND v.state = :in_review AND "
              "w.due < :today",
              {workflow::review_state::pending, workflow::plan_state::agency_review, today})
        .each([&](const soci::row& row) { plans.insert(text(row, 0)); });
}

} // namespace

std::vector<std::string> due_plans(unit_of_work& unit, const workflow::kind_registry& kinds,
                                   workflow::date today)
{
    std::set<std::string> plans;
    add_late_reviews(unit, today, plans);
    std::map<plan_rules, std::vector<workflow::period>> periods;
    for (const waiting_targets& t : waiting(unit)) {
        auto known = periods.find(t.rules);
        if (known == periods.end()) {
            const auto& [kind, version, region, year] = t.rules;
            const auto rules = find_kind(unit, kinds, kind, version);
            known =
                periods.emplace(t.rules, periods_for(unit, rules, {region, {}, {}}, year)).first;
        }
        if (is_due(t, known->second, today)) plans.insert(t.plan);
    }
    return {plans.begin(), plans.end()};
}

} // namespace persistence
