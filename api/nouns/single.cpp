// Look, load, render, reply.
#include "api/nouns/single.hpp"
#include "api/nouns/sight.hpp"
#include "api/nouns/worlds.hpp"
#include "workflow/step/engine.hpp"

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

route single_route(const context& here, std::string_view pattern, std::string_view resource,
                   std::string_view operation, std::string_view summary)
{
    route r{"GET", pattern, {}, operation, summary, scope::read};
    r.visible = sight_of(here, resource);
    r.answer = [&here, resource = std::string(resource)](const call& asked) {
        return look(here, asked, [&](const work& at) {
            return single_reply(at, {resource, asked.id()}, workflow::parts_for(resource));
        });
    };
    return r;
}

} // namespace api
