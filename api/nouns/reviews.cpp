// Lists by plan, and one of each.
#include "api/nouns/reviews.hpp"
#include "api/http/query.hpp"
#include "api/nouns/sight.hpp"
#include "api/nouns/single.hpp"
#include "api/nouns/worlds.hpp"
#include "persistence/nouns/reviews.hpp"
#include "workflow/step/engine.hpp"

namespace api {
namespace {

using workflow::result;

route single_route(const context& here, std::string_view pattern, std::string_view resource,
                   std::string_view operation, std::string_view summary)
{
    route r{"GET", pattern, {}, operation, summary};
    r.visible = sight_of(here, resource);
    r.answer = [&here, resource = std::string(resource)](const call& asked) {
        return look(here, asked, [&](const work& at) {
            return single_reply(at, {resource, asked.id()}, workflow::parts_for(resource));
        });
    };
    return r;
}

// `list` gives a page of a plan's things; `told` makes JSON of one in its plan's world.
template <class List, class Told>
route list_route(const context& here, std::string_view pattern, std::string_view operation,
                 std::string_view summary, List list, Told told)
{
    route r{"GET", pattern, {}, operation, summary};
    r.query = {"all", "limit", "cursor"};
    const sight visible = r.visible = sight_of(here, "plans");
    r.answer = [&here, visible, list, told](const call& asked) -> result<reply> {
        const auto all = flag(asked.asked, "all");
        if (!all) return fault_or_not_found(visible, asked, all.error());
        const page wanted = page_of(asked.asked).value();
        return look(here, asked, [&](const work& at) -> result<reply> {
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

} // namespace

std::vector<route> review_routes(const context& here)
{
    std::vector<route> routes;
    routes.push_back(list_route(
        here, "/api/v1/plans/{id}/reviews", "list_reviews", "Agencies' reviews of a plan",
        [](auto&&... asked) { return persistence::list_reviews(asked...); },
        [](const persistence::placed_review& r, const plan_worlds::seen_world& in) {
            return review_json(in.world, r.review, in.by);
        }));
    routes.push_back(
        single_route(here, "/api/v1/reviews/{id}", "reviews", "get_review", "One review"));
    return routes;
}

std::vector<route> approval_routes(const context& here)
{
    std::vector<route> routes;
    routes.push_back(list_route(
        here, "/api/v1/plans/{id}/approvals", "list_approvals", "Approval stages of a plan",
        [](auto&&... asked) { return persistence::list_approvals(asked...); },
        [](const persistence::placed_approval& a, const plan_worlds::seen_world& in) {
            return approval_json(in.world, a.approval, in.by);
        }));
    routes.push_back(
        single_route(here, "/api/v1/approvals/{id}", "approvals", "get_approval", "One stage"));
    return routes;
}

} // namespace api
