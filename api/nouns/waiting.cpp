// Candidates by posts and states; the workflow says which of them are whose turn.
#include "api/nouns/waiting.hpp"
#include "api/nouns/noun.hpp"
#include "persistence/nouns/inbox.hpp"
#include "workflow/step/people.hpp"
#include "workflow/step/turn.hpp"
#include <algorithm>

namespace api {
namespace {

using workflow::subject;
using workflow::world;

} // namespace

std::vector<waiting_item> waiting(const work& at, plan_worlds& worlds, const waiting_filter& wanted)
{
    std::vector<waiting_item> items;
    const auto candidates =
        persistence::inbox_candidates(at.unit, at.who, at.here.catalog, wanted.kind);
    worlds.read_slices(candidates);
    for (const persistence::candidate& c : candidates) {
        const auto* seen = worlds.find(c.plan);
        if (!seen) continue;
        const world& w = seen->world;
        const workflow::item* x = workflow::find_item(w, workflow::machine_about(w, c.subject, {}));
        if (!x) continue;
        const auto due = workflow::thing_of(c.subject.resource).due(w, *x);
        if (wanted.only_overdue && !(due && w.days.days_left(w.today(), *due) < 0)) continue;
        if (!workflow::is_turn_of(at.here.catalog, w, c.subject, at.who)) continue;
        waiting_item item{
            {}, seen, c.subject, due, noun_of(c.subject.resource).title(w, *x, at.locale)};
        item.key = {due ? workflow::iso(*due) : "9999-12-31", item.title, c.subject.resource,
                    c.subject.id};
        items.push_back(std::move(item));
    }
    std::sort(items.begin(), items.end(),
              [](const waiting_item& a, const waiting_item& b) { return a.key < b.key; });
    return items;
}

workflow::reference agency_of(const waiting_item& item)
{
    return workflow::relation_of(item.seen->world, item.about).agency;
}

} // namespace api
