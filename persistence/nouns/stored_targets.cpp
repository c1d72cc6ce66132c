// What this floor knows of targets: in a world, in slices of several, and every round for the
// proof.
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/record_json.hpp"
#include "persistence/nouns/stored.hpp"
#include "persistence/nouns/targets.hpp"
#include "workflow/things/plan.hpp"
#include <algorithm>
#include <set>
#include <tuple>

namespace persistence {
namespace {

using workflow::parts;
using workflow::world;

// Only the target's own action, so that a guard knows whose it is and what is wanted.
void read_own_action(unit_of_work& unit, world& w, const std::string& target)
{
    const auto own = find_cell(unit, target);
    if (!own) return;
    for (workflow::revision& r : w.revisions) {
        if (!has_matrix(r)) continue;
        auto actions = read_actions(unit, {w.head.id, r.number});
        for (workflow::action& a : actions)
            if (a.id == own->row.id) r.actions.push_back(std::move(a));
    }
}

void read_rows(unit_of_work& unit, world& w, const std::string& own)
{
    if (!own.empty() && !includes(w.loaded, parts::matrix)) read_own_action(unit, w, own);
    if (includes(w.loaded, parts::targets) || includes(w.loaded, parts::reports)) {
        w.targets = read_targets(unit, w.head.id);
    } else if (!own.empty()) {
        if (auto one = read_target(unit, own)) w.targets.push_back(std::move(*one));
    }
}

// Once the targets that are new are there, and the rounds that are over.
void bring_into_force(unit_of_work& unit, const world& before, const world& after)
{
    for (const workflow::revision& r : after.revisions) {
        const workflow::revision* old = numbered(before, r.number);
        if (r.state != workflow::plan_state::in_force || !old ||
            old->state == workflow::plan_state::in_force)
            continue;
        place_targets(unit, {after.head.id, r.number});
        name_former_leads(unit, after.head.id, r.number);
    }
}

void write_rows(unit_of_work& unit, const world& before, const workflow::outcome& done)
{
    const world& after = done.after;
    const int current = after.current().number;
    write_changed(before.targets, after.targets, [&](const auto& row, const auto* old) {
        write_target(unit, after.head.id, current, row, old);
    });
    for (const workflow::closed_round& r : done.closed_rounds) write_round(unit, r);
    bring_into_force(unit, before, after);
}

// --- in slices ---------------------------------------------------------------------------------

// Each with its own action, where the matrix is not there.
void read_asked_targets(slices& out)
{
    for (placed_target& t : read_targets(out.unit, out.asked_of<workflow::target>())) {
        world* w = out.world_of(t.plan);
        if (!w) continue;
        w->targets.push_back(std::move(t.target));
        if (includes(w->loaded, parts::matrix)) continue;
        for (workflow::revision& r : w->revisions)
            if (r.number == t.revision) r.actions.push_back(std::move(t.row));
    }
}

// Whether they are over is asked of all of a plan, or of a report's period.
void read_other_targets(slices& out)
{
    std::vector<targets_asked> others;
    for (const auto& [plan, w] : out.worlds) {
        if (includes(w.loaded, parts::decisions)) { // the plan itself is asked for
            others.push_back({plan, {}});
            continue;
        }
        for (const workflow::report& r : w.reports) others.push_back({plan, r.period});
    }
    for (auto& [plan, targets] : read_target_states(out.unit, others))
        for (workflow::target& t : targets)
            if (auto& known = out.worlds.at(plan).targets; !workflow::with_id(known, t.id))
                known.push_back(std::move(t));
}

// After the reports, whose periods count, and after the matrix.
void read_besides(slices& out)
{
    read_asked_targets(out);
    read_other_targets(out);
    // As whole worlds have them.
    for (auto& [plan, w] : out.worlds)
        std::sort(w.targets.begin(), w.targets.end(), [](const auto& a, const auto& b) {
            return std::tie(a.period, a.id) < std::tie(b.period, b.id);
        });
}

// --- for the proof -----------------------------------------------------------------------------

// What of a file goes into the digests of a record.
workflow::evidence evidence_in(const soci::row& row)
{
    workflow::evidence e;
    e.kind = text(row, 2);
    e.classification = text(row, 3);
    e.sha256 = text(row, 4);
    e.id = text(row, 5);
    e.name = text(row, 6);
    e.media_type = text(row, 7);
    e.size = number(row, 8);
    e.item = text(row, 9);
    return e;
}

void read_files_of_rounds(unit_of_work& unit, const std::string& plan,
                          std::vector<workflow::closed_round>& into)
{
    std::map<std::pair<std::string, int>, workflow::closed_round*> by_round;
    for (workflow::closed_round& r : into) by_round[{r.target, r.round}] = &r;
    statement(
        unit,
        "SELECT x.target, x.round, e.kind, e.classification, e.sha256, e.id, e.name, "
        "e.media_type, e.size, e.item FROM targets t JOIN round_evidence x ON x.target = t.id JOIN "
        "evidence e ON e.id = x.evidence "
        "WHERE t.plan = :plan",
        {plan})
        .each([&](const soci::row& row) {
            const auto found = by_round.find({text(row, 0), static_cast<int>(number(row, 1))});
            if (found != by_round.end()) found->second->evidence.push_back(evidence_in(row));
        });
}

std::vector<workflow::closed_round> every_round(unit_of_work& unit, const std::string& plan)
{
    std::vector<workflow::closed_round> found;
    statement(unit,
              "SELECT r.target, r.round, r.state, r.record FROM targets t JOIN rounds r ON "
              "r.target = t.id WHERE t.plan = :plan ORDER BY r.target, r.round",
              {plan})
        .each([&](const soci::row& row) {
            found.push_back({text(row, 0),
                             static_cast<int>(number(row, 1)),
                             text(row, 2),
                             record_of(text(row, 3)),
                             {},
                             {}});
        });
    read_files_of_rounds(unit, plan, found);
    return found;
}

std::map<std::string, int> every_place(unit_of_work& unit, const std::string& plan)
{
    std::map<std::string, int> found;
    statement(unit, "SELECT id, placed_in FROM targets WHERE plan = :plan", {plan})
        .each(
            [&](const soci::row& row) { found[text(row, 0)] = static_cast<int>(number(row, 1)); });
    return found;
}

void read_all(unit_of_work& unit, workflow::stored_plan& out)
{
    out.targets = read_targets(unit, out.head.id);
    out.placed_in = every_place(unit, out.head.id);
    out.rounds = every_round(unit, out.head.id);
}

constexpr waiting_rows waiting_targets{
    .of_plans = "SELECT /*! STRAIGHT_JOIN */ t.id, t.plan FROM plans p CROSS JOIN targets t ON "
                "t.plan = p.id WHERE t.made = 1",
    .of_agency =
        "SELECT /*! STRAIGHT_JOIN */ t.id, t.plan FROM actions a CROSS JOIN targets t ON "
        "t.action = a.id AND t.placed_in = a.revision CROSS JOIN plans p ON p.id = t.plan WHERE "
        "t.made = 1 AND a.lead_agency = ",
    .in_states = " AND t.state IN (''",
};

} // namespace

const stored* answer(stored_as<workflow::target>)
{
    static const stored targets{
        .resource = workflow::described<workflow::target>().resource,
        .plan_of = "SELECT plan FROM targets WHERE id = ",
        .waiting = waiting_targets,
        .read = &read_rows,
        .is_seen = [](const showing& s) { return find_target(s.unit, s.by, s.id).has_value(); },
        .hidden = &hides_nothing,
        .write = &write_rows,
        .read_asked = &read_nothing,
        .read_besides = &read_besides,
        .read_all = &read_all,
    };
    return &targets;
}

} // namespace persistence
