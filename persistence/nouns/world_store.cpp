// Loading: which rows a world is made of, and whether this principal may see its subject.
#include "persistence/nouns/world_store.hpp"
#include "persistence/nouns/calendars.hpp"
#include "persistence/nouns/directory.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/stored.hpp"

namespace persistence {
namespace {

workflow::refusal not_found()
{
    return {workflow::errc::not_found, {"not_found"}};
}

} // namespace

bool world_store::may_see(const workflow::principal& p, const workflow::subject& s,
                          const workflow::world& w)
{
    return stored_of(s.resource).is_seen({here_.unit, p, w, s.id, [&] { return seen_by(p, w); }});
}

visibility world_store::seen_by(const workflow::principal& p, const workflow::world& w)
{
    const reach r = reach_of(p);
    const bool known = names_.plan == w.head.id && names_.user == p.user.id &&
                       names_.revisions == w.revisions.size();
    if (!known)
        names_ = {w.head.id, p.user.id, w.revisions.size(), agencies_named(here_.unit, r, w.head)};
    return visibility_in(names_.named, r, w);
}

// All that says who sees the plan.
workflow::world world_store::read_outline(const std::string& plan)
{
    workflow::world w;
    plan_head head = read_head(here_.unit, plan).value();
    w.head = std::move(head.plan);
    w.place = std::move(head.place);
    w.parent = std::move(head.parent);
    w.revisions = read_revisions(here_.unit, plan);
    return w;
}

void world_store::read_rest(workflow::world& w, const workflow::subject& s, workflow::parts wanted)
{
    unit_of_work& unit = here_.unit;
    w.rules = find_kind(unit, here_.kinds, w.head.kind, w.head.kind_version);
    w.days = calendar_for(unit, w.place, w.head.year, w.head.years);
    w.periods = periods_for(unit, w.rules, w.place, w.head.year);
    w.now = unit.now();
    const stored& about = stored_of(s.resource);
    w.loaded = wanted | about.always;
    w.posts = posts_around(unit, w.place, w.today());
    const std::string nothing;
    for (const stored* each : stored_nouns()) each->read(unit, w, each == &about ? s.id : nothing);
}

workflow::result<workflow::world>
world_store::load(const workflow::principal& p, const workflow::subject& s, workflow::parts wanted)
{
    const auto plan = plan_to_load(s);
    if (!plan) return not_found();
    // A world takes many times as long to read as an unknown id to miss: who does not see the plan
    // would learn from the clock that it is there.
    auto w = read_outline(*plan);
    if (!seen_by(p, w).any()) return not_found();
    read_rest(w, s, wanted);
    if (!may_see(p, s, w)) return not_found();
    return w;
}

std::optional<std::string> world_store::plan_to_load(const workflow::subject& s)
{
    if (here_.use != stream_use::locked) return plan_of(here_.unit, s);
    auto locked = lock_stream_of(here_.unit, s);
    if (!locked) return std::nullopt;
    const std::string plan = locked->id;
    streams_.insert_or_assign(plan, std::move(*locked));
    return plan;
}

std::optional<workflow::world> world_store::load_plan(const std::string& plan,
                                                      workflow::parts wanted)
{
    const workflow::subject whole{std::string(workflow::described<workflow::revision>().resource),
                                  plan};
    if (!plan_to_load(whole)) return std::nullopt;
    auto w = read_outline(plan);
    read_rest(w, whole, wanted);
    return w;
}

} // namespace persistence
