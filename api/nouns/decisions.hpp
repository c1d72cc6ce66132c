#pragma once
// What is decided on a plan's revision, reviews and approvals: the list of either, by plan.
#include "api/http/query.hpp"
#include "api/nouns/sight.hpp"
#include "api/nouns/worlds.hpp"

namespace api {

// `list` gives a page of a plan's things; `told` makes JSON of one in its plan's world.
template <class List, class Told>
route decisions_route(const context& here, std::string_view pattern, std::string_view operation,
                      std::string_view summary, List list, Told told)
{
    route r{"GET", pattern, {}, operation, summary, scope::read};
    r.query = {"all", "limit", "cursor"};
    const sight visible = r.visible = sight_of(here, "plans");
    r.answer = [&here, visible, list, told](const call& asked) -> workflow::result<reply> {
        const auto all = flag(asked.asked, "all");
        if (!all) return fault_or_not_found(visible, asked, all.error());
        const page wanted = page_of(asked.asked).value();
        return look(here, asked, [&](const work& at) -> workflow::result<reply> {
            const auto found = list(at.unit, at.who, asked.id(), *all,
                                    persistence::page_request{wanted.limit, wanted.cursor});
            if (!found) return found.error();
            json::array items;
            plan_worlds worlds(at, workflow::parts::decisions | workflow::parts::matrix);
            for (const auto& each : found->items) items.push_back(told(each, worlds.of(each.plan)));
            return list_reply(std::move(items), found->next);
        });
    };
    return r;
}

} // namespace api
