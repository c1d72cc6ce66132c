// Over HTTP: plans, made and named by the secretariat of their region, read by whoever sees them.
#include "persistence/nouns/plans.hpp"
#include "api/http/json_body.hpp"
#include "api/http/query.hpp"
#include "api/nouns/drafts.hpp"
#include "api/nouns/noun.hpp"
#include "api/nouns/sight.hpp"
#include "persistence/nouns/plan_history.hpp"
#include "workflow/step/drafting.hpp"
#include "workflow/step/engine.hpp"
#include "workflow/step/given_back.hpp"
#include "workflow/things/command.hpp"
#include "workflow/things/review.hpp"

namespace api {
namespace {

using workflow::errc;
using workflow::refusal;
using workflow::result;
using workflow::world;

// clang-format off
constexpr operation_shape operations[]{
    {"GET",   "/api/v1/plans",              200, "plan_item", "", true},
    {"POST",  "/api/v1/plans",              201, "plan", "plan_new"},
    {"GET",   "/api/v1/plans/{id}",         200, "plan"},
    {"PATCH", "/api/v1/plans/{id}",         200, "plan", "plan_change"},
    {"GET",   "/api/v1/plans/{id}/history", 200, "event", "", true},
};
// clang-format on

constexpr int year_least = 2000;
constexpr int year_most = 2100;
constexpr text_rule title_rule{1, 200};

json::object render(const world& w, const workflow::item&, const viewer& by)
{
    return plan_json(w, by);
}

json::value changes(const world& w, const workflow::item&, const viewer&)
{
    if (!includes(w.loaded, workflow::parts::matrix)) return nullptr;
    json::array agencies;
    for (const workflow::reference& each : workflow::changed_agencies(w))
        agencies.push_back(json::string(each.name));
    return agencies;
}

result<void> find(const work& at, const std::string& id)
{
    return whether(persistence::find_plan(at.unit, at.who, id));
}

// Whether its matrix may be edited now, and of a plan just submitted whom that asks.
void put_more(json::object& out, const world& after, std::string_view command, const viewer& by)
{
    out["resource"].as_object()["editing"] = editing_json(after, by);
    if (command != workflow::command_name::submit) return;
    json::array asks;
    for (const workflow::review& r : after.reviews)
        if (r.state == workflow::review_state::pending && r.version == 1 &&
            r.revision == after.current().number)
            asks.push_back(reference_json(r.agency));
    out["asks"] = std::move(asks);
}

result<reply> list(const context& here, const call& asked)
{
    const auto year = number(asked.asked, "year", 0, 9999);
    if (!year) return year.error();
    const page wanted = page_of(asked.asked).value();
    const persistence::plan_filter filter{text_or_empty(asked.asked, "kind"),
                                          text_or_empty(asked.asked, "region"),
                                          text_or_empty(asked.asked, "state"), *year};
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto found =
            persistence::list_plans(at.unit, at.who, filter, {wanted.limit, wanted.cursor});
        if (!found) return found.error();
        plan_worlds worlds(at, workflow::parts::decisions);
        json::array items;
        for (const persistence::plan_seen& p : found->items) {
            const auto& [w, by] = worlds.of(p.plan.id);
            items.push_back(plan_json(as_seen(w, by.sees), by));
        }
        return list_reply(std::move(items), found->next);
    });
}

// Who may is judged by the region; while that is not understood, by drafting anywhere.
result<void> may_make(const work& at, const std::optional<workflow::world>& around)
{
    if (around) return workflow::may_draft(at.who, *around);
    if (workflow::drafts_somewhere(at.who)) return {};
    return refusal{errc::forbidden, {"not_permitted"}, workflow::secretariat_of({})};
}

std::string kinds_known(const workflow::kind_registry& kinds)
{
    std::string names;
    for (const workflow::kind& k : kinds.all()) {
        if (names.find(k.name) != names.npos) continue;
        names += (names.empty() ? "" : ", ") + k.name;
    }
    return names;
}

result<reply> make(const work& at, const json::value& body)
{
    body_reader in(body);
    workflow::plan head;
    head.kind = in.text("kind");
    head.region = in.text("region");
    head.year = static_cast<int>(in.integer("year", year_least, year_most));
    head.title = in.text("title", title_rule);
    const auto around = empty_world(at, head.region);
    if (auto may = may_make(at, around); !may) return may.error();
    if (!around && !head.region.empty()) in.fault("region", {"unknown_region"});
    if (!head.kind.empty() && !at.here.kinds.newest(head.kind))
        in.fault("kind", {"unknown_kind", {{"choices", kinds_known(at.here.kinds)}}});
    if (auto no = in.finish()) return *no;
    const auto made = make_plan(at, head);
    if (!made) return made.error();
    return plan_reply(at, 201, *made);
}

result<reply> one(const work& at, const std::string& id)
{
    const auto w = looking_store(at).load(at.who, {"plans", id}, workflow::parts_for("plans"));
    if (!w) return w.error();
    return plan_reply(at, 200, *w);
}

result<reply> rename(const work& at, const call& asked)
{
    const auto w = world_to_draft(at, asked.id());
    if (!w) return w.error();
    body_reader in(asked.body);
    const std::string title = in.text("title", title_rule);
    if (auto no = in.finish()) return *no;
    if (auto done = persistence::change_title(at.unit, asked.id(), title, asked.version); !done)
        return done.error();
    return one(at, asked.id());
}

result<reply> history(const context& here, const call& asked)
{
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto found = persistence::list_events(at.unit, at.who, {"plans", asked.id()},
                                                    {wanted.limit, wanted.cursor});
        if (!found) return found.error();
        json::array items;
        for (const workflow::event& e : found->items) items.push_back(event_json(e));
        return list_reply(std::move(items), found->next);
    });
}

std::vector<route> routes(const context& here)
{
    route all{"GET", "/api/v1/plans", {}, "list_plans", "Plans that you see", scope::read};
    all.answer = [&here](const call& asked) { return list(here, asked); };
    all.query = {"kind", "region", "year", "state", "limit", "cursor"};

    route fresh{"POST", "/api/v1/plans", {}, "create_plan", "Begin a region's plan", scope::none};
    fresh.answer = [&here](const call& asked) {
        return change(here, asked, [&](const work& at) { return make(at, asked.body); });
    };
    fresh.body = body_kind::json;
    fresh.takes_idempotency_key = true;

    route single{"GET",      "/api/v1/plans/{id}",          {},
                 "get_plan", "One plan, with its commands", scope::read};
    single.answer = [&here](const call& asked) {
        return look(here, asked, [&](const work& at) { return one(at, asked.id()); });
    };

    route named{"PATCH",       "/api/v1/plans/{id}",    {},
                "change_plan", "Change a plan's title", scope::none};
    named.answer = [&here](const call& asked) {
        return change(here, asked, [&](const work& at) { return rename(at, asked); });
    };
    named.body = body_kind::json;
    named.takes_if_match = named.takes_idempotency_key = true;

    route events{"GET",      "/api/v1/plans/{id}/history", {}, "get_plan_history", "What happened",
                 scope::read};
    events.answer = [&here](const call& asked) { return history(here, asked); };
    events.query = {"limit", "cursor"};

    single.visible = named.visible = events.visible = sight_of(here, "plans");
    std::vector<route> out;
    for (route* each : {&all, &fresh, &single, &named, &events}) out.push_back(std::move(*each));
    return out;
}

} // namespace

const noun* answer(shown_as<workflow::revision>)
{
    static const noun self{
        .resource = "plans",
        .singular = "plan",
        .render = &render,
        .title = &plan_title,
        .changes = &changes,
        .find = &find,
        .routes = &routes,
        .operations = operations,
        .put_more = &put_more,
    };
    return &self;
}

} // namespace api
