// One statement per function: actions, the agencies that support them, and cells.
#include "persistence/nouns/matrix_rows.hpp"
#include "persistence/nouns/record_json.hpp"
#include "workflow/things/target.hpp"
#include <map>
#include <set>

namespace persistence {
namespace {

constexpr fixed_text action_columns(
    "a.id, a.revision, a.plan, a.version, a.number, a.phase, a.theme, a.title, a.location, "
    "a.lead_agency, a.lead_agency_name, a.success_criterion, a.budget_source, a.note, "
    "a.mandatory, a.measure, a.extra, r.state");

placed_action action_in(const soci::row& row)
{
    placed_action p;
    workflow::action& a = p.action;
    a.id = text(row, 0);
    p.revision = static_cast<int>(number(row, 1));
    p.plan = text(row, 2);
    a.version = number(row, 3);
    a.number = static_cast<int>(number(row, 4));
    a.phase = text(row, 5);
    a.theme = text(row, 6);
    a.title = text(row, 7);
    a.location = text(row, 8);
    a.lead_agency = {text(row, 9), text(row, 10)};
    a.success_criterion = text(row, 11);
    a.budget_source = text(row, 12);
    a.note = text(row, 13);
    a.mandatory = flag(row, 14);
    a.measure = text(row, 15);
    a.columns = columns_of(text(row, 16));
    p.revision_state = text(row, 17);
    return p;
}

using by_key = std::map<std::pair<std::string, int>, workflow::action*>; // by id and revision

// What belongs to the actions of these revisions, and of others with their numbers.
struct surroundings {
    std::vector<std::string> plans;
    std::set<int> revisions;
};

void add_surroundings(statement& find, const surroundings& of)
{
    find.among("a.plan", of.plans).add(" AND a.revision IN (0");
    for (int number : of.revisions) find.add(", ", number);
    find.add(")");
}

void read_supports(unit_of_work& unit, const surroundings& of, const by_key& actions)
{
    statement find(unit, "SELECT s.action, s.revision, s.agency, s.name FROM action_supports s "
                         "JOIN actions a ON a.id = s.action AND a.revision = s.revision WHERE ");
    add_surroundings(find, of);
    find.add(" ORDER BY s.action, s.place").each([&](const soci::row& row) {
        const auto found = actions.find({text(row, 0), static_cast<int>(number(row, 1))});
        if (found != actions.end())
            found->second->supporting.push_back({text(row, 2), text(row, 3)});
    });
}

void read_cells(unit_of_work& unit, const surroundings& of, const by_key& actions)
{
    statement find(unit, "SELECT c.action, c.revision, c.target, c.period, c.text, c.quantity, "
                         "c.unit FROM action_cells c JOIN actions a ON a.id = c.action AND "
                         "a.revision = c.revision WHERE ");
    add_surroundings(find, of);
    find.add(" ORDER BY c.action, c.period").each([&](const soci::row& row) {
        const auto found = actions.find({text(row, 0), static_cast<int>(number(row, 1))});
        if (found != actions.end())
            found->second->targets.push_back(
                {text(row, 2), text(row, 3), text(row, 4), decimal_in(row, 5), text(row, 6)});
    });
}

} // namespace

statement action_query(unit_of_work& unit)
{
    statement find(unit, "SELECT ");
    find.add(action_columns)
        .add(" FROM actions a JOIN revisions r ON r.plan = a.plan AND r.number = a.revision "
             "WHERE 1 = 1");
    return find;
}

std::vector<placed_action> actions_where(statement& find)
{
    std::vector<placed_action> found;
    find.each([&](const soci::row& row) { found.push_back(action_in(row)); });
    by_key actions;
    std::map<std::string, std::set<int>> revisions; // by plan
    for (placed_action& p : found) {
        actions[{p.action.id, p.revision}] = &p.action;
        revisions[p.plan].insert(p.revision);
    }
    surroundings all;
    for (const auto& [plan, numbers] : revisions) {
        all.plans.push_back(plan);
        all.revisions.insert(numbers.begin(), numbers.end());
    }
    in_pieces(all.plans, [&](const auto& some) {
        read_supports(find.unit(), {some, all.revisions}, actions);
        read_cells(find.unit(), {some, all.revisions}, actions);
    });
    return found;
}

void insert_action_row(unit_of_work& unit, const revision_key& where, const workflow::action& a)
{
    statement(
        unit,
        "INSERT INTO actions(id, revision, plan, version, number, phase, theme, title, "
        "location, lead_agency, lead_agency_name, success_criterion, budget_source, note, "
        "mandatory, measure, extra) VALUES (:id, :revision, :plan, :version, :number, :phase, "
        ":theme, :title, :location, :lead_agency, :lead_agency_name, :success_criterion, "
        ":budget_source, :note, :mandatory, :measure, :extra)",
        {a.id, where.revision, where.plan, a.version, a.number, a.phase, a.theme, a.title,
         a.location, a.lead_agency.id, a.lead_agency.name, a.success_criterion, a.budget_source,
         a.note, a.mandatory, a.measure, json_of(a.columns)})
        .change();
}

std::int64_t update_action_row(unit_of_work& unit, const revision_key& where,
                               const workflow::action& a, std::int64_t version)
{
    return statement(unit,
                     "UPDATE actions SET version = version + 1, number = :number, phase = :phase, "
                     "theme = :theme, title = :title, location = :location, "
                     "lead_agency = :lead_agency, lead_agency_name = :lead_agency_name, "
                     "success_criterion = :success_criterion, budget_source = :budget_source, "
                     "note = :note, mandatory = :mandatory, measure = :measure, extra = :extra "
                     "WHERE id = :id AND revision = :revision AND version = :version",
                     {a.number, a.phase, a.theme, a.title, a.location, a.lead_agency.id,
                      a.lead_agency.name, a.success_criterion, a.budget_source, a.note, a.mandatory,
                      a.measure, json_of(a.columns), a.id, where.revision, version})
        .change();
}

void delete_supports(unit_of_work& unit, int revision, const std::string& action)
{
    statement(unit, "DELETE FROM action_supports WHERE action = :action AND revision = :revision",
              {action, revision})
        .change();
}

void write_supports(unit_of_work& unit, int revision, const workflow::action& a)
{
    delete_supports(unit, revision, a.id);
    int place = 0;
    for (const workflow::reference& s : a.supporting)
        statement(unit,
                  "INSERT INTO action_supports(action, revision, place, agency, name) VALUES "
                  "(:action, :revision, :place, :agency, :name)",
                  {a.id, revision, place++, s.id, s.name})
            .change();
}

void insert_cell(unit_of_work& unit, int revision, const std::string& action,
                 const workflow::cell& c)
{
    statement(unit,
              "INSERT INTO action_cells(target, revision, action, period, text, quantity, unit) "
              "VALUES (:target, :revision, :action, :period, :text, :quantity, :unit)",
              {c.id, revision, action, c.period, c.text, c.quantity, c.unit})
        .change();
}

void delete_cell(unit_of_work& unit, int revision, const std::string& target)
{
    statement(unit, "DELETE FROM action_cells WHERE target = :target AND revision = :revision",
              {target, revision})
        .change();
}

void insert_planned_target(unit_of_work& unit, const revision_key& where, const std::string& action,
                           const workflow::cell& c)
{
    statement(unit,
              "INSERT INTO targets(id, version, plan, action, period, state, round, newest_round, "
              "record, extended_to, last_final, last_final_round, last_final_record, made, "
              "placed_in, since) VALUES (:id, 1, :plan, :action, :period, :planned, 1, 1, '{}', "
              ":extended_to, '', 0, :last_final_record, 0, :placed_in, :since)",
              {c.id, where.plan, action, c.period, workflow::target_state::planned, value::null(),
               value::null(), where.revision, unit.now()})
        .change();
}

void delete_unmade_target(unit_of_work& unit, const std::string& target)
{
    statement(unit,
              "DELETE FROM targets WHERE id = :id AND made = 0 AND NOT EXISTS (SELECT 1 FROM "
              "action_cells c WHERE c.target = targets.id)",
              {target})
        .change();
}

std::optional<owned_cell> find_cell(unit_of_work& unit, const std::string& target)
{
    std::optional<revision_key> where;
    std::string action;
    statement(unit, "SELECT plan, placed_in, action FROM targets WHERE id = :id", {target})
        .each([&](const soci::row& row) {
            where = {text(row, 0), static_cast<int>(number(row, 1))};
            action = text(row, 2);
        });
    if (!where) return std::nullopt;
    statement find = action_query(unit);
    find.add(" AND a.id = ", action).add(" AND a.revision = ", where->revision);
    for (placed_action& p : actions_where(find))
        for (const workflow::cell& c : p.action.targets)
            if (c.id == target) {
                owned_cell found{p.action, c};
                found.row.targets = {c};
                return found;
            }
    return std::nullopt;
}

} // namespace persistence
