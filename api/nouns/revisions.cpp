// Over HTTP: the revisions of a plan, what changed between two of them, and beginning an amendment.
#include "api/http/json_body.hpp"
#include "api/http/query.hpp"
#include "api/nouns/drafts.hpp"
#include "api/nouns/revision_diff.hpp"
#include "api/nouns/routes.hpp"
#include "api/nouns/sight.hpp"
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/plans.hpp"
#include "workflow/step/engine.hpp"
#include "workflow/things/command.hpp"
#include "workflow/things/thing.hpp"
#include <boost/json/serialize.hpp>

namespace api {
namespace {

using workflow::refusal;
using workflow::result;

constexpr int revision_most = 1'000'000;

// The command by its older address: no version is asked for, and the answer is the plan.
result<reply> amend(const work& at, const call& asked)
{
    const workflow::subject plan{std::string(workflow::resource_of<workflow::revision>()),
                                 asked.id()};
    workflow::command_given given{std::string(workflow::command_name::amend), {}, std::nullopt};
    if (auto no = body_reader(asked.body).finish()) given.body.errors = no->errors;
    auto store = deciding_store(at);
    const auto done = workflow::give(store, at.here.environment(), at.who, plan, given);
    if (!done) return done.error();
    return plan_reply(at, 201, done->after);
}

json::object revision_json(const work& at, const std::string& plan, const workflow::revision& r)
{
    json::object out{{"number", r.number}, {"state", r.state}, {"submission", r.submission}};
    out["submitted_by"] = person_json(r.submitted_by);
    out["decree_number"] = text_or_null(r.decree_number);
    out["decree_date"] = date_json(r.decree_date);
    out["decree_scan"] = text_or_null(r.decree_scan);
    out["since"] = workflow::rfc3339(persistence::revision_since(at.unit, plan, r.number));
    return out;
}

result<reply> list(const context& here, const call& asked)
{
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto plan = persistence::find_plan(at.unit, at.who, asked.id());
        if (!plan) return plan.error();
        const auto after = persistence::key_of({wanted.limit, wanted.cursor}, 1);
        if (!after) return after.error();
        std::vector<workflow::revision> left;
        for (const workflow::revision& r : plan->revisions)
            if (r.number > std::atoi(after->front().c_str())) left.push_back(r);
        const auto shown = persistence::cut(std::move(left), wanted.limit, [](const auto& r) {
            return std::vector<std::string>{std::to_string(r.number)};
        });
        json::array items;
        for (const workflow::revision& r : shown.items)
            items.push_back(revision_json(at, asked.id(), r));
        return list_reply(std::move(items), shown.next);
    });
}

struct span {
    int from{}, to{};
};

result<span> span_of(const request& asked)
{
    span wanted;
    for (auto [name, value] : {std::pair{"from", &wanted.from}, std::pair{"to", &wanted.to}}) {
        if (auto given = required(asked, name); !given) return given.error();
        const auto revision = number(asked, name, 1, revision_most);
        if (!revision) return revision.error();
        *value = **revision;
    }
    return wanted;
}

result<reply> diff(const context& here, const call& asked)
{
    const auto wanted = span_of(asked.asked);
    if (!wanted) return fault_or_not_found(sight_of(here, "plans"), asked, wanted.error());
    return look(here, asked, [&](const work& at) -> result<reply> {
        const std::string& plan = asked.id();
        const auto seen = persistence::visibility_of(at.unit, at.who, plan);
        if (!seen.revisions.contains(wanted->from) || !seen.revisions.contains(wanted->to))
            return refusal{workflow::errc::not_found, {"not_found"}};
        const json::object answer{
            {"from", wanted->from},
            {"to", wanted->to},
            {"items", diff_json(persistence::read_actions(at.unit, {plan, wanted->from}),
                                persistence::read_actions(at.unit, {plan, wanted->to}), plan)},
            {"next", nullptr}};
        return json_reply(200, json::serialize(answer));
    });
}

} // namespace

std::vector<route> revision_routes(const context& here)
{
    route fresh{"POST",     "/api/v1/plans/{id}/amendments", {}, "amend_plan", "Begin an amendment",
                scope::none};
    fresh.answer = [&here](const call& asked) {
        return change(here, asked, [&](const work& at) { return amend(at, asked); });
    };
    fresh.body = body_kind::json;
    fresh.takes_idempotency_key = true;

    route all{
        "GET",      "/api/v1/plans/{id}/revisions", {}, "list_revisions", "A plan's revisions",
        scope::read};
    all.answer = [&here](const call& asked) { return list(here, asked); };
    all.query = {"limit", "cursor"};

    route changes{"GET",       "/api/v1/plans/{id}/diff",   {},
                  "diff_plan", "Changes between revisions", scope::read};
    changes.answer = [&here](const call& asked) { return diff(here, asked); };
    changes.query = {"from", "to"};

    fresh.visible = all.visible = changes.visible = sight_of(here, "plans");
    std::vector<route> routes;
    for (route* each : {&fresh, &all, &changes}) routes.push_back(std::move(*each));
    return routes;
}

} // namespace api
