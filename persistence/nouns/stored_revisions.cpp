// What this floor knows of revisions: the plan itself to whoever asks, with its matrix.
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/stored.hpp"

namespace persistence {
namespace {

using workflow::parts;
using workflow::revision;

void read_rows(unit_of_work& unit, workflow::world& w, const std::string&)
{
    if (!includes(w.loaded, parts::matrix)) return;
    for (revision& r : w.revisions)
        if (has_matrix(r)) r.actions = read_actions(unit, {w.head.id, r.number});
}

void write_rows(unit_of_work& unit, const workflow::world& before, const workflow::outcome& done)
{
    const workflow::world& after = done.after;
    for (const revision& r : after.revisions) {
        const revision* old = numbered(before, r.number);
        write_revision(unit, after, r, old);
        if (!old) copy_actions(unit, {after.head.id, r.number}, r.actions);
    }
}

// Their heads are there. A draft is judged by its rows, and a plan by its decisions and targets.
void read_asked(slices& out)
{
    for (const std::string& plan : out.asked_of<revision>())
        if (workflow::world* w = out.world_of(plan))
            w->loaded = w->loaded | parts::matrix | parts::decisions | parts::targets;
}

void read_besides(slices& out)
{
    std::vector<revision_key> keys;
    for (auto& [plan, w] : out.worlds) {
        if (!includes(w.loaded, parts::matrix)) continue;
        for (const revision& r : w.revisions)
            if (has_matrix(r)) keys.push_back({plan, r.number});
    }
    for (auto& [key, actions] : read_actions(out.unit, keys))
        for (revision& r : out.worlds.at(key.plan).revisions)
            if (r.number == key.revision) r.actions = std::move(actions);
}

void read_all(unit_of_work& unit, workflow::stored_plan& out)
{
    const std::string& plan = out.head.id;
    out.revisions = read_revisions(unit, plan);
    for (revision& r : out.revisions) r.actions = read_actions(unit, {plan, r.number});
    statement(unit, "SELECT number FROM revisions WHERE plan = :plan AND shown <> 0", {plan})
        .each([&](const soci::row& row) { out.shown.insert(static_cast<int>(number(row, 0))); });
}

constexpr waiting_rows waiting_plans{
    .of_plans = "SELECT /*! STRAIGHT_JOIN */ p.id, p.id FROM plans p CROSS JOIN revisions v ON "
                "v.plan = p.id WHERE 1 = 1",
    .in_states = " AND v.state IN (''",
};

} // namespace

// A draft also asks who could confirm and approve it.
const stored* answer(stored_as<revision>)
{
    static const stored revisions{
        .resource = workflow::described<revision>().resource,
        .plan_of = "SELECT id FROM plans WHERE id = ",
        .waiting = waiting_plans,
        .read = &read_rows,
        .is_seen = [](const showing&) { return true; }, // by whoever sees the plan
        .hidden = &hides_nothing,
        .write = &write_rows,
        .asks_who_could = true,
        .read_asked = &read_asked,
        .read_besides = &read_besides,
        .read_all = &read_all,
    };
    return &revisions;
}

} // namespace persistence
