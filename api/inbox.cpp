// Candidates by posts and states; the workflow says which of them wait; the page is cut from the
// sorted whole, because deadlines follow from calendars and stand in no index.
#include "api/inbox.hpp"
#include "api/query.hpp"
#include "api/worlds.hpp"
#include "persistence/inbox.hpp"
#include "workflow/allowed.hpp"
#include "workflow/people.hpp"
#include "workflow/sentences.hpp"
#include <algorithm>

namespace api {
namespace {

using workflow::result;
using workflow::subject;
using workflow::world;

struct waiting_item {
    std::vector<std::string> key; // due, title, resource, id: the order of the list
    const plan_worlds::seen_world* seen{};
    subject about;
    std::optional<workflow::date> due;
    std::string title;
};

template <class List> const auto& with_id(const List& list, const std::string& id)
{
    return *std::find_if(list.begin(), list.end(), [&](const auto& x) { return x.id == id; });
}

std::optional<workflow::date> due_of(const world& w, const subject& s)
{
    if (s.resource == "reviews") return with_id(w.reviews, s.id).due;
    if (s.resource == "approvals") return with_id(w.approvals, s.id).due;
    if (s.resource == "targets") return workflow::due_of_target(w, with_id(w.targets, s.id));
    if (s.resource == "reports")
        if (const auto* period = w.period_named(with_id(w.reports, s.id).period))
            return period->due;
    return std::nullopt;
}

std::string title_of(const world& w, const subject& s, const std::string& locale)
{
    if (s.resource == "targets")
        if (const workflow::placed_cell c = workflow::cell_of(w, s.id); c.row)
            return workflow::say(locale, {"waiting_target",
                                          {{"number", std::to_string(c.row->number)},
                                           {"title", c.row->title},
                                           {"period", c.target->period}}});
    if (s.resource == "reports")
        return workflow::say(locale, {"waiting_report",
                                      {{"period", with_id(w.reports, s.id).period},
                                       {"year", std::to_string(w.head.year)},
                                       {"region", w.place.name}}});
    return w.head.title;
}

json::value agency_of(const world& w, const subject& s)
{
    if (s.resource == "reviews") return reference_json(with_id(w.reviews, s.id).agency);
    if (s.resource == "targets")
        if (const workflow::placed_cell c = workflow::cell_of(w, s.id); c.row)
            return reference_json(c.row->lead_agency);
    return nullptr;
}

bool is_loaded(const world& w, const subject& s)
{
    const auto in = [&](const auto& list) {
        return std::any_of(list.begin(), list.end(), [&](const auto& x) { return x.id == s.id; });
    };
    if (s.resource == "reviews") return in(w.reviews);
    if (s.resource == "approvals") return in(w.approvals);
    if (s.resource == "targets") return in(w.targets);
    if (s.resource == "reports") return in(w.reports);
    return w.head.id == s.id;
}

int days_left(const world& w, const workflow::date& due)
{
    return w.days.days_left(w.today(), due);
}

std::vector<waiting_item> waiting(const work& at, plan_worlds& worlds, const std::string& kind,
                                  bool only_overdue)
{
    std::vector<waiting_item> items;
    for (const persistence::candidate& c : persistence::inbox_candidates(at.unit, at.who, kind)) {
        const auto& seen = worlds.of(c.plan);
        const world& w = seen.world;
        if (!is_loaded(w, c.subject)) continue;
        const auto due = due_of(w, c.subject);
        if (only_overdue && !(due && days_left(w, *due) < 0)) continue;
        if (!workflow::waits_for(at.here.catalog, w, c.subject, at.who)) continue;
        waiting_item item{{}, &seen, c.subject, due, title_of(w, c.subject, at.locale)};
        item.key = {due ? workflow::iso(*due) : "9999-12-31", item.title, c.subject.resource,
                    c.subject.id};
        items.push_back(std::move(item));
    }
    std::sort(items.begin(), items.end(),
              [](const waiting_item& a, const waiting_item& b) { return a.key < b.key; });
    return items;
}

json::object item_json(const waiting_item& item)
{
    const auto& [w, by] = *item.seen;
    const std::string state(workflow::state_of(w, item.about, {}));
    json::object out{{"resource", item.about.resource}, {"id", item.about.id}};
    out["version"] = version_of(w, item.about);
    out["title"] = item.title;
    out["plan"] = w.head.id;
    out["region"] = region_json(w.place);
    out["agency"] = agency_of(w, item.about);
    out["due"] = date_json(item.due);
    out["days_left"] = item.due ? json::value(days_left(w, *item.due)) : json::value(nullptr);
    out["state"] = state;
    out["commands"] = commands_json(w, item.about, by);
    return out;
}

result<reply> list(const context& here, const call& asked)
{
    const auto overdue = flag(asked.asked, "overdue");
    if (!overdue) return overdue.error();
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto after = persistence::key_of({wanted.limit, wanted.cursor}, 4);
        if (!after) return after.error();
        plan_worlds worlds(at, workflow::parts::whole);
        auto items = waiting(at, worlds, text_or_empty(asked.asked, "kind"), *overdue);
        std::erase_if(items, [&](const waiting_item& i) { return i.key <= *after; });
        const auto page = persistence::cut(std::move(items), wanted.limit,
                                           [](const waiting_item& i) { return i.key; });
        json::array told;
        for (const waiting_item& item : page.items) told.push_back(item_json(item));
        return list_reply(std::move(told), page.next);
    });
}

} // namespace

std::vector<route> inbox_routes(const context& here)
{
    route all{"GET", "/api/v1/inbox", {}, "inbox", "What waits for me, soonest first"};
    all.answer = [&here](const call& asked) { return list(here, asked); };
    all.query = {"overdue", "kind", "limit", "cursor"};
    std::vector<route> routes;
    routes.push_back(std::move(all));
    return routes;
}

} // namespace api
