// Saving: every row that a step changed, by version; then what happened, and who must be told.
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/notices.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/reports.hpp"
#include "persistence/nouns/reviews.hpp"
#include "persistence/nouns/targets.hpp"
#include "persistence/nouns/world_store.hpp"
#include "workflow/things/plan.hpp"
#include <stdexcept>
#include <unordered_map>

namespace persistence {
namespace {

// Calls `write` with each row that is new or has another version, and the row before, or null.
template <class Row, class Write>
void write_changed(const std::vector<Row>& before, const std::vector<Row>& after, Write write)
{
    std::unordered_map<std::string, const Row*> known;
    for (const Row& row : before) known.emplace(row.id, &row);
    for (const Row& row : after) {
        const auto found = known.find(row.id);
        const Row* old = found == known.end() ? nullptr : found->second;
        if (!old || old->version != row.version) write(row, old);
    }
}

const workflow::revision* numbered(const workflow::world& w, int number)
{
    for (const workflow::revision& r : w.revisions)
        if (r.number == number) return &r;
    return nullptr;
}

void write_revisions(unit_of_work& unit, const workflow::world& before,
                     const workflow::world& after)
{
    for (const workflow::revision& r : after.revisions) {
        const workflow::revision* old = numbered(before, r.number);
        write_revision(unit, after, r, old);
        if (!old) copy_actions(unit, {after.head.id, r.number}, r.actions);
    }
}

// Once the targets that are new are there, and the rounds that are over.
void bring_into_force(unit_of_work& unit, const workflow::world& before,
                      const workflow::world& after)
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

event_draft draft_of(const workflow::event& e, std::int64_t before)
{
    event_draft d;
    d.cause = e.cause == 0 ? 0 : before + e.cause;
    d.name = e.name;
    d.command = e.command;
    d.at = e.at;
    d.by_user = e.by.id;
    d.by_post = e.post;
    d.by_name = e.by.name;
    d.acting = e.acting;
    d.resource = e.resource;
    d.subject = e.subject;
    d.from = e.from;
    d.to = e.to;
    d.reason = e.reason;
    d.data = e.data;
    return d;
}

} // namespace

void world_store::write_rows(const workflow::world& before, const workflow::outcome& done)
{
    unit_of_work& unit = here_.unit;
    const workflow::world& after = done.after;
    const std::string& plan = after.head.id;
    write_plan(unit, before, after);
    write_revisions(unit, before, after);
    write_changed(before.reviews, after.reviews,
                  [&](const auto& row, const auto* old) { write_review(unit, plan, row, old); });
    write_changed(before.approvals, after.approvals,
                  [&](const auto& row, const auto* old) { write_approval(unit, plan, row, old); });
    const int current = after.current().number;
    write_changed(before.targets, after.targets, [&](const auto& row, const auto* old) {
        write_target(unit, plan, current, row, old);
    });
    for (const workflow::closed_round& r : done.closed_rounds) write_round(unit, r);
    bring_into_force(unit, before, after);
    write_changed(before.reports, after.reports,
                  [&](const auto& row, const auto* old) { write_report(unit, plan, row, old); });
}

// Within a step events count from 1; in the plan's history they go on from its last one.
void world_store::append(workflow::outcome& done, stream& s)
{
    const std::int64_t before = s.seq;
    std::vector<event_draft> drafts;
    for (const workflow::event& e : done.events) drafts.push_back(draft_of(e, before));
    const auto rows = append_events(here_.unit, s, drafts);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        done.events[i].seq = rows[i].seq;
        done.events[i].cause = rows[i].event.cause;
        done.events[i].at = rows[i].event.at;
        done.events[i].hash = rows[i].hash;
    }
}

void world_store::save(const workflow::world& before, workflow::outcome& done)
{
    if (done.events.empty()) return;
    const auto held = streams_.find(before.head.id);
    if (held == streams_.end())
        throw std::logic_error("a world is saved that was not loaded under its stream");
    append(done, held->second); // the compare comes first
    write_rows(before, done);
    store_notices(here_.unit, done.after, done.notices, done.events);
}

} // namespace persistence
