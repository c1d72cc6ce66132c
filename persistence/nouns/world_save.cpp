// Saving: every row that a step changed, by version; then what happened, and who must be told.
#include "persistence/nouns/notices.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/stored.hpp"
#include "persistence/nouns/world_store.hpp"
#include <stdexcept>

namespace persistence {
namespace {

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
    write_plan(here_.unit, before, done.after);
    for (const stored* each : stored_nouns()) each->write(here_.unit, before, done);
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
