// Load, render, reply.
#include "api/single.hpp"
#include "api/worlds.hpp"

namespace api {

workflow::result<reply>
single_reply(const work& at, const workflow::subject& about, workflow::parts wanted,
             const std::function<void(json::object&, const workflow::world&, const viewer&)>& more)
{
    auto w = looking_store(at).load(at.who, about, wanted);
    if (!w) return w.error();
    const viewer by = viewer_of(at, *w);
    json::object resource = resource_json(*w, about, by);
    if (more) more(resource, *w, by);
    resource["commands"] = commands_json(*w, about, by);
    return resource_reply(200, resource);
}

} // namespace api
