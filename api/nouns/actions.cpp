// Over HTTP: the rows of a plan's matrix. Read by whoever sees the plan, edited by the secretariat
// while they are a draft.
#include "api/http/query.hpp"
#include "api/nouns/action_body.hpp"
#include "api/nouns/drafts.hpp"
#include "api/nouns/routes.hpp"
#include "api/nouns/sight.hpp"
#include "persistence/nouns/agencies.hpp"
#include "persistence/nouns/matrix.hpp"
#include "persistence/nouns/plans.hpp"
#include "workflow/step/drafting.hpp"

namespace api {
namespace {

using persistence::placed_action;
using workflow::action;
using workflow::errc;
using workflow::refusal;
using workflow::result;

constexpr int revision_most = 1'000'000;

std::string place_of(const action& a)
{
    return "/api/v1/actions/" + a.id;
}

// The faults of `revision` wait until it is known that the caller sees the thing.
result<std::optional<int>> revision_asked(const sight& visible, const call& asked)
{
    auto revision = number(asked.asked, "revision", 1, revision_most);
    if (!revision) return fault_or_not_found(visible, asked, revision.error());
    return revision;
}

result<reply> list(const context& here, const call& asked)
{
    const auto revision = revision_asked(sight_of(here, "plans"), asked);
    if (!revision) return revision.error();
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto found = persistence::list_actions(at.unit, at.who, asked.id(), *revision,
                                                     {wanted.limit, wanted.cursor});
        if (!found) return found.error();
        json::array items;
        for (const placed_action& a : found->items) items.push_back(action_json(a.action, a.plan));
        return list_reply(std::move(items), found->next);
    });
}

result<reply> one(const context& here, const call& asked)
{
    const auto revision = revision_asked(sight_of(here, "actions"), asked);
    if (!revision) return revision.error();
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto found = persistence::find_action(at.unit, at.who, asked.id(), *revision);
        if (!found) return found.error();
        return resource_reply(200, action_json(found->action, found->plan));
    });
}

// A draft under its stream, and what may stand in it.
struct draft {
    workflow::world world;
    persistence::revision_key key;
    action_frame frame() const { return {agencies, world.rules}; }
    std::vector<workflow::agency> agencies;
};

result<draft> draft_in(const work& at, const std::string& plan)
{
    auto w = world_to_draft(at, plan);
    if (!w) return w.error();
    const auto number = workflow::draft_of(*w);
    if (!number) return number.error();
    auto agencies = persistence::agencies_of(at.unit, w->place.code);
    return draft{std::move(*w), {plan, *number}, std::move(agencies)};
}

// The action's row in the draft that it is edited in.
result<std::pair<draft, action>> row_in_draft(const work& at, const std::string& id)
{
    const auto seen = persistence::find_action(at.unit, at.who, id, {});
    if (!seen) return seen.error();
    auto where = draft_in(at, seen->plan);
    if (!where) return where.error();
    auto row = persistence::find_action(at.unit, at.who, id, where->key.revision);
    if (!row) return row.error();
    return std::pair{std::move(*where), std::move(row->action)};
}

result<reply> add(const work& at, const call& asked)
{
    const auto where = draft_in(at, asked.id());
    if (!where) return where.error();
    const auto there = persistence::read_actions(at.unit, where->key);
    action made;
    made.number = workflow::next_number(there);
    body_reader in(asked.body);
    read_action(in, asked.body, where->frame(), action_form::whole, made);
    if (auto no = in.finish()) return *no;
    if (there.size() >= workflow::actions_max)
        return refusal{errc::conflict,
                       {"actions_too_many", {{"limit", std::to_string(workflow::actions_max)}}}};
    const auto kept =
        persistence::insert_action(at.unit, where->key, std::move(made), at.here.new_id);
    if (!kept) return kept.error();
    return resource_reply(201, action_json(*kept, asked.id()), place_of(*kept));
}

result<reply> edit(const work& at, const call& asked)
{
    auto found = row_in_draft(at, asked.id());
    if (!found) return found.error();
    auto& [where, row] = *found;
    body_reader in(asked.body);
    read_action(in, asked.body, where.frame(), action_form::changes, row);
    if (auto no = in.finish()) return *no;
    row.version = asked.version;
    const auto kept =
        persistence::update_action(at.unit, where.key, std::move(row), at.here.new_id);
    if (!kept) return kept.error();
    return resource_reply(200, action_json(*kept, where.key.plan));
}

result<reply> remove(const work& at, const call& asked)
{
    const auto found = row_in_draft(at, asked.id());
    if (!found) return found.error();
    if (auto gone =
            persistence::delete_action(at.unit, found->first.key, asked.id(), asked.version);
        !gone)
        return gone.error();
    return no_content();
}

route changing(const context& here, std::string_view method, std::string_view operation,
               std::string_view summary, result<reply> (*how)(const work&, const call&))
{
    route r{method, "/api/v1/actions/{id}", {}, operation, summary, scope::none};
    r.answer = [&here, how](const call& asked) {
        return change(here, asked, [&](const work& at) { return how(at, asked); });
    };
    r.takes_if_match = r.takes_idempotency_key = true;
    r.visible = sight_of(here, "actions");
    return r;
}

} // namespace

std::vector<route> action_routes(const context& here)
{
    route all{"GET",          "/api/v1/plans/{id}/actions", {},
              "list_actions", "The rows of the matrix",     scope::read};
    all.answer = [&here](const call& asked) { return list(here, asked); };
    all.query = {"revision", "limit", "cursor"};

    route fresh{"POST",     "/api/v1/plans/{id}/actions", {}, "create_action", "Add a row",
                scope::none};
    fresh.answer = [&here](const call& asked) {
        return change(here, asked, [&](const work& at) { return add(at, asked); });
    };
    fresh.body = body_kind::json;
    fresh.takes_idempotency_key = true;
    all.visible = fresh.visible = sight_of(here, "plans");

    route single{"GET", "/api/v1/actions/{id}", {}, "get_action", "One row", scope::read};
    single.answer = [&here](const call& asked) { return one(here, asked); };
    single.query = {"revision"};
    single.visible = sight_of(here, "actions");

    route edited = changing(here, "PATCH", "change_action", "Change a row of a draft", edit);
    edited.body = body_kind::json;
    route gone = changing(here, "DELETE", "delete_action", "Take a row out of a draft", remove);

    std::vector<route> routes;
    for (route* each : {&all, &fresh, &single, &edited, &gone}) routes.push_back(std::move(*each));
    return routes;
}

} // namespace api
