// Over HTTP: targets with their former rounds, what staff save into an open one, their history.
#include "persistence/nouns/targets.hpp"
#include "api/http/json_body.hpp"
#include "api/http/query.hpp"
#include "api/nouns/noun.hpp"
#include "api/nouns/sight.hpp"
#include "api/nouns/single.hpp"
#include "api/nouns/targets_bulk.hpp"
#include "api/nouns/worlds.hpp"
#include "persistence/nouns/plan_history.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/step/evidence_rules.hpp"
#include "workflow/step/given_back.hpp"
#include "workflow/things/target.hpp"

namespace api {
namespace {

using workflow::item;
using workflow::parts;
using workflow::result;
using workflow::world;

// clang-format off
constexpr operation_shape operations[]{
    {"GET",   "/api/v1/targets",                    200, "target_item", "", true},
    {"GET",   "/api/v1/targets/{id}",               200, "target"},
    {"PATCH", "/api/v1/targets/{id}",               200, "target", "target_change"},
    {"GET",   "/api/v1/targets/{id}/history",       200, "event", "", true},
    {"POST",  "/api/v1/targets/commands/{command}", 200, "bulk_answer", "bulk_command"},
};
// clang-format on

json::object render(const world& w, const item& x, const viewer& by)
{
    return target_json(w, as<workflow::target>(x), by);
}

std::string title(const world& w, const item& x, const std::string& locale)
{
    const workflow::placed_cell c = workflow::cell_of(w, x.id);
    if (!c.row) return w.head.title;
    return workflow::say(
        locale, {"waiting_target",
                 {{"number", std::to_string(c.row->number)},
                  {"title", c.row->title},
                  {"period", workflow::period_title(w.rules, c.target->period, w.head.year)}}});
}

json::value changes(const world&, const item& x, const viewer& by)
{
    const auto& now = as<workflow::target>(x);
    const auto known = by.rounds.find(now.id);
    const auto rounds =
        known == by.rounds.end() ? persistence::read_rounds(by.at.unit, now.id) : known->second;
    for (auto round = rounds.rbegin(); round != rounds.rend(); ++round) {
        if (round->round >= now.round) continue;
        const auto members = workflow::changed_members(*round, now);
        return json::array(members.begin(), members.end());
    }
    return nullptr;
}

result<void> find(const work& at, const std::string& id)
{
    return whether(persistence::find_target(at.unit, at.who, id));
}

constexpr text_rule told{0, 4000, true}; // an emptied field is saved as well
constexpr double quantity_max = 1e15;    // above it a double no longer counts by ones

// Its cells, and the reports that decide who may read its evidence.
constexpr parts shown = parts::matrix | parts::targets | parts::reports;

bool is_overdue(plan_worlds& worlds, const persistence::placed_target& t)
{
    if (t.target.state != workflow::target_state::open) return false;
    const workflow::world& w = worlds.of(t.plan).world;
    return w.days.has_passed(workflow::due_of_target(w, t.target), w.now);
}

result<persistence::target_filter> filter_of(const request& asked)
{
    const auto year = number(asked, "year", 0, 9999);
    if (!year) return year.error();
    const auto since = moment(asked, "updated_since");
    if (!since) return since.error();
    persistence::target_filter out{text_or_empty(asked, "plan"), text_or_empty(asked, "period"),
                                   text_or_empty(asked, "agency"), text_or_empty(asked, "state")};
    out.region = text_or_empty(asked, "region");
    out.kind = text_or_empty(asked, "kind");
    out.year = *year;
    out.updated_since = *since;
    return out;
}

result<reply> list(const context& here, const call& asked)
{
    const auto overdue = flag(asked.asked, "overdue");
    if (!overdue) return overdue.error();
    const page wanted = page_of(asked.asked).value();
    const auto filter = filter_of(asked.asked);
    if (!filter) return filter.error();
    return look(here, asked, [&](const work& at) -> result<reply> {
        plan_worlds worlds(at, shown);
        const auto found = persistence::list_targets(
            at.unit, at.who, *filter, {wanted.limit, wanted.cursor},
            [&](const auto& t) { return !*overdue || is_overdue(worlds, t); });
        if (!found) return found.error();
        json::array items;
        for (const persistence::placed_target& t : found->items) {
            const auto& [w, by] = worlds.of(t.plan);
            items.push_back(target_json(w, target_in(w, t.target.id), by));
        }
        return list_reply(std::move(items), found->next);
    });
}

// Whether the caller may write into it now: its record and its evidence.
bool is_editable(const workflow::world& w, const std::string& target, const viewer& by)
{
    const work& at = by.at;
    return bool(workflow::may_fill_in(at.here.catalog, w, {"targets", target}, at.who));
}

result<reply> one(const context& here, const call& asked)
{
    return look(here, asked, [&](const work& at) {
        return single_reply(at, {"targets", asked.id()}, shown,
                            [&](json::object& out, const workflow::world& w, const viewer& by) {
                                out["rounds"] = rounds_json(w, target_in(w, asked.id()), by);
                                out["editable"] = is_editable(w, asked.id(), by);
                            });
    });
}

result<reply> history(const context& here, const call& asked)
{
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto found = persistence::list_events(at.unit, at.who, {"targets", asked.id()},
                                                    {wanted.limit, wanted.cursor});
        if (!found) return found.error();
        json::array items;
        for (const workflow::event& e : found->items) items.push_back(event_json(e));
        return list_reply(std::move(items), found->next);
    });
}

std::optional<std::string> text_of(body_reader& in, std::string_view name)
{
    if (in.has(name) && in.is_null(name)) return in.ignore(name), std::string();
    return in.optional_text(name, told);
}

struct saving {
    persistence::achievement_change change;
    std::optional<workflow::refusal> wrong;
};

saving read_saving(const json::value& body)
{
    body_reader in(body);
    saving out;
    out.change.achievement = text_of(in, "achievement");
    out.change.obstacles = text_of(in, "obstacles");
    out.change.follow_up = text_of(in, "follow_up");
    if (in.has("achieved_quantity")) {
        out.change.achieved_quantity = in.optional_number("achieved_quantity", 0, quantity_max);
        if (const auto& given = *out.change.achieved_quantity; given && *given >= quantity_max)
            in.fault("achieved_quantity",
                     {"field_out_of_range", {{"least", "0"}, {"most", "999999999999999"}}});
    }
    out.wrong = in.finish();
    return out;
}

result<reply> save(const context& here, const call& asked)
{
    const workflow::subject about{"targets", asked.id()};
    const saving given = read_saving(asked.body);
    return change(here, asked, [&](const work& at) -> result<reply> {
        auto w = looking_store(at).load(at.who, about, parts::matrix);
        if (!w) return w.error();
        if (auto may = workflow::may_fill_in(at.here.catalog, *w, about, at.who); !may)
            return may.error();
        if (given.wrong) return *given.wrong;
        auto saved = persistence::save_achievement(at.unit, about.id, given.change, asked.version);
        if (!saved) return saved.error();
        w->targets = {std::move(*saved)};
        const viewer by = viewer_of(at, *w);
        json::object resource = target_json(*w, w->targets.front(), by);
        resource["editable"] = true;
        resource["commands"] = commands_json(*w, about, by);
        return resource_reply(200, resource);
    });
}

std::vector<route> routes(const context& here)
{
    route all{"GET",          "/api/v1/targets",           {},
              "list_targets", "Targets of plans in force", scope::read};
    all.answer = [&here](const call& asked) { return list(here, asked); };
    all.query = {"plan", "period", "agency",        "state", "overdue", "region",
                 "kind", "year",   "updated_since", "limit", "cursor"};

    route single{"GET",        "/api/v1/targets/{id}",       {},
                 "get_target", "One target with its rounds", scope::read};
    single.answer = [&here](const call& asked) { return one(here, asked); };

    route edit{"PATCH",       "/api/v1/targets/{id}",         {},
               "edit_target", "Save an open target's record", scope::report};
    edit.answer = [&here](const call& asked) { return save(here, asked); };
    edit.body = body_kind::json;
    edit.takes_if_match = edit.takes_idempotency_key = true;

    route told_of{"GET",      "/api/v1/targets/{id}/history", {}, "target_history", "What happened",
                  scope::read};
    told_of.answer = [&here](const call& asked) { return history(here, asked); };
    told_of.query = {"limit", "cursor"};

    single.visible = edit.visible = told_of.visible = sight_of(here, "targets");
    std::vector<route> out;
    for (route* each : {&all, &single, &edit, &told_of}) out.push_back(std::move(*each));
    out.push_back(bulk_route(here));
    return out;
}

} // namespace

const noun* answer(shown_as<workflow::target>)
{
    static const noun self{
        .resource = "targets",
        .singular = "target",
        .render = &render,
        .title = &title,
        .changes = &changes,
        .find = &find,
        .routes = &routes,
        .operations = operations,
    };
    return &self;
}

} // namespace api
