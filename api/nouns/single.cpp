// Look, load, render, reply.
#include "api/nouns/single.hpp"
#include "api/nouns/sight.hpp"
#include "api/nouns/worlds.hpp"

namespace api {

workflow::result<reply>
single_reply(const work& at, const workflow::subject& about, workflow::parts wanted,
             const std::function<void(json::object&, const workflow::world&, const viewer&)>& more)
{
    // A world takes four times as long to read as an unknown id to miss: who may not see the thing
    // would learn from the clock that it is there.
    if (auto sees = seen(at, about); !sees) return sees.error();
    auto w = looking_store(at).load(at.who, about, wanted);
    if (!w) return w.error();
    const viewer by = viewer_of(at, *w);
    json::object resource = resource_json(*w, about, by);
    if (more) more(resource, *w, by);
    resource["commands"] = commands_json(*w, about, by);
    return resource_reply(200, resource);
}

} // namespace api
