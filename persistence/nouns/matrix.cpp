// Edits of a draft's matrix: which cells stay, which are new, which go.
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/matrix_rows.hpp"
#include "workflow/things/plan.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace persistence {
namespace {

using workflow::errc;
using workflow::refusal;

refusal not_found()
{
    return {errc::not_found, {"not_found"}};
}

std::optional<workflow::action> read_action(unit_of_work& unit, const std::string& id,
                                            const revision_key& where)
{
    statement find = action_query(unit);
    find.add(" AND a.id = ", id).add(" AND a.revision = ", where.revision);
    find.add(" AND a.plan = ", where.plan);
    auto found = actions_where(find);
    if (found.empty()) return std::nullopt;
    return std::move(found.front().action);
}

bool is_taken(unit_of_work& unit, const revision_key& where, const workflow::action& a)
{
    return one_text({unit,
                     "SELECT id FROM actions WHERE plan = :plan AND revision = :revision AND "
                     "number = :number AND id <> :id LIMIT 1",
                     {where.plan, where.revision, a.number, a.id}})
        .has_value();
}

refusal number_is_taken(const workflow::action& a)
{
    const workflow::sentence why{"action_number_is_taken", {{"number", std::to_string(a.number)}}};
    return {errc::conflict, why, {}, {{"/number", why}}};
}

// Ids of an action's cells by period: as the draft has them, else as the revision before has them,
// so that a target taken out of a draft and put back again is still the same.
std::map<std::string, std::string> known_cells(unit_of_work& unit, const revision_key& where,
                                               const std::string& action)
{
    std::map<std::string, std::string> ids;
    statement(unit,
              "SELECT c.period, c.target FROM action_cells c JOIN revisions r ON r.plan = :plan "
              "AND r.number = c.revision WHERE c.action = :action AND (c.revision = :revision OR "
              "r.state = :in_force) ORDER BY c.revision",
              {where.plan, action, where.revision, workflow::plan_state::in_force})
        .each([&](const soci::row& row) { ids[text(row, 0)] = text(row, 1); });
    return ids;
}

void drop_cells(unit_of_work& unit, const revision_key& where, const workflow::action& a)
{
    std::vector<std::string> dropped;
    statement(unit,
              "SELECT target, period FROM action_cells WHERE action = :action AND "
              "revision = :revision",
              {a.id, where.revision})
        .each([&](const soci::row& row) { dropped.push_back(text(row, 0)); });
    for (const std::string& target : dropped) delete_cell(unit, where.revision, target);
}

void forget_unused(unit_of_work& unit, const std::vector<workflow::cell>& before,
                   const std::vector<workflow::cell>& after)
{
    for (const workflow::cell& c : before)
        if (std::none_of(after.begin(), after.end(), [&](const auto& x) { return x.id == c.id; }))
            delete_unmade_target(unit, c.id);
}

void write_cells(unit_of_work& unit, const revision_key& where, workflow::action& a,
                 const id_source& new_id)
{
    const auto known = known_cells(unit, where, a.id);
    drop_cells(unit, where, a);
    std::sort(a.targets.begin(), a.targets.end(),
              [](const auto& x, const auto& y) { return x.period < y.period; });
    for (workflow::cell& c : a.targets) {
        const auto found = known.find(c.period);
        c.id = found == known.end() ? new_id() : found->second;
        insert_cell(unit, where.revision, a.id, c);
        if (found == known.end()) insert_planned_target(unit, where, a.id, c);
    }
}

void write_new(unit_of_work& unit, const revision_key& where, workflow::action& a,
               const id_source& new_id)
{
    a.id = new_id();
    a.version = 1;
    insert_action_row(unit, where, a);
    write_supports(unit, where.revision, a);
    write_cells(unit, where, a, new_id);
}

bool write_again(unit_of_work& unit, const revision_key& where, const workflow::action& before,
                 workflow::action& a, const id_source& new_id)
{
    if (update_action_row(unit, where, a, a.version) != 1) return false;
    ++a.version;
    write_supports(unit, where.revision, a);
    write_cells(unit, where, a, new_id);
    forget_unused(unit, before.targets, a.targets);
    return true;
}

} // namespace

std::vector<workflow::action> read_actions(unit_of_work& unit, const revision_key& where)
{
    statement find = action_query(unit);
    find.add(" AND a.plan = ", where.plan).add(" AND a.revision = ", where.revision);
    find.add(" ORDER BY a.number, a.id");
    std::vector<workflow::action> out;
    for (placed_action& p : actions_where(find)) out.push_back(std::move(p.action));
    return out;
}

std::map<revision_key, std::vector<workflow::action>>
read_actions(unit_of_work& unit, const std::vector<revision_key>& where)
{
    const std::set<revision_key> wanted(where.begin(), where.end());
    std::vector<std::string> plans;
    for (const revision_key& each : wanted)
        if (plans.empty() || plans.back() != each.plan) plans.push_back(each.plan);
    std::map<revision_key, std::vector<workflow::action>> out;
    in_pieces(plans, [&](const auto& some) {
        statement find = action_query(unit);
        find.among(" AND a.plan", some).add(" AND a.revision IN (0");
        std::set<int> numbers;
        for (const revision_key& each : wanted) numbers.insert(each.revision);
        for (int number : numbers) find.add(", ", number);
        find.add(") ORDER BY a.plan, a.revision, a.number, a.id");
        for (placed_action& p : actions_where(find))
            if (wanted.contains({p.plan, p.revision}))
                out[{p.plan, p.revision}].push_back(std::move(p.action));
    });
    return out;
}

workflow::result<page<placed_action>> list_actions(unit_of_work& unit, const workflow::principal& p,
                                                   const std::string& plan,
                                                   std::optional<int> revision,
                                                   const page_request& wanted)
{
    const visibility seen = visibility_of(unit, p, plan);
    if (!seen.any() || (revision && !seen.revisions.contains(*revision))) return not_found();
    statement find = action_query(unit);
    find.add(" AND a.plan = ", plan);
    find.add(" AND a.revision = ", revision.value_or(*seen.revisions.rbegin()));
    if (!wanted.cursor.empty()) {
        const auto key = key_of(wanted, 2);
        if (!key) return key.error();
        find.add(" AND (a.number, a.id) > (", number_in(key->at(0)));
        find.add(", ", key->at(1)).add(")");
    }
    find.add(" ORDER BY a.number, a.id LIMIT ", wanted.limit + 1);
    return cut(actions_where(find), wanted.limit, [](const placed_action& a) {
        return std::vector<std::string>{std::to_string(a.action.number), a.action.id};
    });
}

workflow::result<placed_action> find_action(unit_of_work& unit, const workflow::principal& p,
                                            const std::string& action, std::optional<int> revision)
{
    const auto plan = one_text({unit, "SELECT plan FROM actions WHERE id = :id LIMIT 1", {action}});
    if (!plan) return not_found();
    const visibility seen = visibility_of(unit, p, *plan);
    if (!seen.any()) return not_found();
    statement find = action_query(unit);
    find.add(" AND a.id = ", action);
    if (revision) find.add(" AND a.revision = ", *revision);
    find.add(" ORDER BY a.revision DESC");
    auto found = actions_where(find);
    for (placed_action& a : found)
        if (seen.revisions.contains(a.revision)) return std::move(a);
    return not_found();
}

workflow::result<workflow::action> insert_action(unit_of_work& unit, const revision_key& where,
                                                 workflow::action a, const id_source& new_id)
{
    unit.touch(where.plan);
    a.id.clear();
    if (is_taken(unit, where, a)) return number_is_taken(a);
    write_new(unit, where, a, new_id);
    return a;
}

workflow::result<workflow::action> update_action(unit_of_work& unit, const revision_key& where,
                                                 workflow::action a, const id_source& new_id)
{
    unit.touch(where.plan);
    const auto before = read_action(unit, a.id, where);
    if (!before) return not_found();
    if (is_taken(unit, where, a)) return number_is_taken(a);
    if (!write_again(unit, where, *before, a, new_id))
        return refusal{errc::stale, {"stale_version"}};
    return a;
}

workflow::result<void> delete_action(unit_of_work& unit, const revision_key& where,
                                     const std::string& action, std::int64_t version)
{
    unit.touch(where.plan);
    const auto before = read_action(unit, action, where);
    if (!before) return not_found();
    if (before->version != version) return refusal{errc::stale, {"stale_version"}};
    drop_cells(unit, where, *before);
    delete_supports(unit, where.revision, action);
    statement(unit, "DELETE FROM actions WHERE id = :id AND revision = :revision",
              {action, where.revision})
        .change_one();
    forget_unused(unit, before->targets, {});
    return {};
}

import_counts import_actions(unit_of_work& unit, const revision_key& where,
                             const std::vector<workflow::action>& rows, const id_source& new_id)
{
    unit.touch(where.plan);
    std::map<std::string, workflow::action> there;
    for (workflow::action& a : read_actions(unit, where)) there.emplace(a.id, std::move(a));
    import_counts counts;
    for (workflow::action a : rows) {
        if (a.id.empty()) {
            write_new(unit, where, a, new_id);
            ++counts.added;
            continue;
        }
        const workflow::action& before = there.at(a.id);
        a.version = before.version;
        write_again(unit, where, before, a, new_id);
        ++counts.replaced;
    }
    return counts;
}

void copy_actions(unit_of_work& unit, const revision_key& where,
                  const std::vector<workflow::action>& actions)
{
    for (const workflow::action& a : actions) {
        insert_action_row(unit, where, a);
        write_supports(unit, where.revision, a);
        for (const workflow::cell& c : a.targets) insert_cell(unit, where.revision, a.id, c);
    }
}

} // namespace persistence
