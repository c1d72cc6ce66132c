// Over HTTP: what agencies say of a plan.
#include "persistence/nouns/reviews.hpp"
#include "api/nouns/decisions.hpp"
#include "api/nouns/noun.hpp"
#include "api/nouns/returned.hpp"
#include "api/nouns/single.hpp"
#include "workflow/step/given_back.hpp"

namespace api {
namespace {

using workflow::item;
using workflow::world;

// clang-format off
constexpr operation_shape operations[]{
    {"GET", "/api/v1/plans/{id}/reviews", 200, "review_item", "", true},
    {"GET", "/api/v1/reviews/{id}",       200, "review"},
};
// clang-format on

json::object render(const world& w, const item& x, const viewer& by)
{
    const auto& r = as<workflow::review>(x);
    json::array items;
    for (const workflow::review_item& i : r.items)
        items.push_back(
            {{"action", i.action}, {"comment", i.comment}, {"suggestion", i.suggestion}});
    json::object out{{"id", r.id}, {"version", r.version}, {"plan", w.head.id}};
    out["revision"] = r.revision;
    out["agency"] = reference_json(r.agency);
    out["state"] = r.state;
    out["reason"] = text_or_null(r.reason);
    out["returned"] = returned_json(w, {"reviews", r.id}, by);
    out["due"] = date_json(r.due);
    out["days_left"] =
        r.due ? json::value(w.days.days_left(w.today(), *r.due)) : json::value(nullptr);
    out["silence_consents"] = workflow::thing_of("reviews").silence_consents(w, r);
    out["items"] = std::move(items);
    out["updated_at"] = workflow::rfc3339(r.since);
    return out;
}

// Rows change only while the plan is a draft again.
json::value changes(const world& w, const item& x, const viewer&)
{
    if (!includes(w.loaded, workflow::parts::matrix)) return nullptr;
    return workflow::rows_have_changed(w, as<workflow::review>(x)) ? json::array{"rows"}
                                                                   : json::array{};
}

workflow::result<void> find(const work& at, const std::string& id)
{
    return whether(persistence::find_review(at.unit, at.who, id));
}

std::vector<route> routes(const context& here)
{
    std::vector<route> out;
    out.push_back(decisions_route(
        here, "/api/v1/plans/{id}/reviews", "list_reviews", "Agencies' reviews of a plan",
        [](auto&&... asked) { return persistence::list_reviews(asked...); },
        [](const persistence::placed_review& r, const plan_worlds::seen_world& in) {
            return render(in.world, r.review, in.by);
        }));
    out.push_back(
        single_route(here, "/api/v1/reviews/{id}", "reviews", "get_review", "One review"));
    return out;
}

} // namespace

const noun* answer(shown_as<workflow::review>)
{
    static const noun self{
        .resource = "reviews",
        .singular = "review",
        .render = &render,
        .title = &plan_title,
        .changes = &changes,
        .find = &find,
        .routes = &routes,
        .operations = operations,
    };
    return &self;
}

} // namespace api
