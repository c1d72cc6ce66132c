// Between handlers and the engine, for everything that is done to a draft.
#include "api/nouns/drafts.hpp"
#include "persistence/nouns/directory.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/plans.hpp"
#include "workflow/step/drafting.hpp"
#include "workflow/step/engine.hpp"

namespace api {

using workflow::refusal;
using workflow::result;
using workflow::world;

result<world> world_to_draft(const work& at, const std::string& plan, workflow::parts wanted)
{
    auto w = deciding_store(at).load(at.who, {"plans", plan}, wanted);
    if (!w) return w;
    if (auto may = workflow::may_draft(at.who, *w); !may) return may.error();
    return w;
}

std::optional<world> empty_world(const work& at, const std::string& region)
{
    const auto place = persistence::find_region(at.unit, region);
    if (!place) return std::nullopt;
    world w;
    w.head.region = region;
    w.place = *place;
    w.days = workflow::calendar({}, place->zone);
    w.now = at.unit.now();
    w.posts = persistence::posts_around(at.unit, w.place, w.today());
    return w;
}

result<world> make_plan(const work& at, workflow::plan head)
{
    const workflow::kind& kind = *at.here.kinds.newest(head.kind);
    head.id = at.here.new_id();
    head.kind_version = kind.version;
    head.years = kind.years;
    if (auto made = persistence::insert_plan(at.unit, head, at.who.user); !made)
        return made.error();
    persistence::keep_kind(at.unit, kind);
    auto store = deciding_store(at);
    const world fresh = store.load_plan(head.id, workflow::parts::whole).value();
    auto done = workflow::begin_plan(at.here.environment(), fresh, at.who);
    store.save(fresh, done);
    return std::move(done.after);
}

reply plan_reply(const work& at, int status, const world& whole)
{
    const viewer by = viewer_of(at, whole);
    const world w = as_seen(whole, by.sees);
    json::object resource = plan_json(w, by);
    resource["commands"] = commands_json(w, {"plans", w.head.id}, by);
    resource["editing"] = editing_json(w, by);
    return resource_reply(status, resource, status == 201 ? "/api/v1/plans/" + w.head.id : "");
}

} // namespace api
