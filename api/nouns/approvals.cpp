// Over HTTP: the stages of a plan's approval.
#include "api/nouns/decisions.hpp"
#include "api/nouns/noun.hpp"
#include "api/nouns/returned.hpp"
#include "api/nouns/single.hpp"
#include "persistence/nouns/reviews.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/people/roles.hpp"

namespace api {
namespace {

// clang-format off
constexpr operation_shape operations[]{
    {"GET", "/api/v1/plans/{id}/approvals", 200, "approval_item", "", true},
    {"GET", "/api/v1/approvals/{id}",       200, "approval"},
};
// clang-format on

json::object render(const workflow::world& w, const workflow::item& x, const viewer& by)
{
    const std::string& locale = by.at.locale;
    const auto& a = as<workflow::approval>(x);
    json::array votes;
    for (const workflow::vote& v : a.votes)
        votes.push_back({{"by", person_json(v.by)}, {"at", workflow::rfc3339(v.at)}});
    json::object out{{"id", a.id}, {"version", a.version}, {"plan", w.head.id}};
    out["revision"] = a.revision;
    out["stage"] = a.name;
    out["stage_title"] = workflow::stage_title(w.rules, a.name).in(locale);
    out["role"] = a.role;
    out["role_title"] = workflow::title_of_role(w.rules, a.role).in(locale);
    out["quorum"] = a.quorum;
    out["votes"] = std::move(votes);
    out["state"] = a.state;
    out["reason"] = text_or_null(a.reason);
    out["returned"] = returned_json(w, {"approvals", a.id}, by);
    out["due"] = date_json(a.due);
    out["updated_at"] = workflow::rfc3339(a.since);
    return out;
}

workflow::result<void> find(const work& at, const std::string& id)
{
    return whether(persistence::find_approval(at.unit, at.who, id));
}

std::vector<route> routes(const context& here)
{
    std::vector<route> out;
    out.push_back(decisions_route(
        here, "/api/v1/plans/{id}/approvals", "list_approvals", "Approval stages of a plan",
        [](auto&&... asked) { return persistence::list_approvals(asked...); },
        [](const persistence::placed_approval& a, const plan_worlds::seen_world& in) {
            return render(in.world, a.approval, in.by);
        }));
    out.push_back(
        single_route(here, "/api/v1/approvals/{id}", "approvals", "get_approval", "One stage"));
    return out;
}

} // namespace

const noun* answer(shown_as<workflow::approval>)
{
    static const noun self{
        .resource = "approvals",
        .singular = "approval",
        .render = &render,
        .title = &plan_title,
        .changes = &no_changes,
        .find = &find,
        .routes = &routes,
        .operations = operations,
    };
    return &self;
}

} // namespace api
