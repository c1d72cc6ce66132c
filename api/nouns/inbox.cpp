// The page is cut from the sorted whole, because deadlines follow from calendars and stand in no
// index.
#include "api/nouns/inbox.hpp"
#include "api/http/query.hpp"
#include "api/nouns/returned.hpp"
#include "workflow/step/people.hpp"
#include <algorithm>

namespace api {
namespace {

using workflow::result;

// Whose desk it lies on, as a plan tells it; the reader's is among them.
json::array waiting_for(const waiting_item& item)
{
    const auto& [w, by] = *item.seen;
    json::array desks;
    for (const workflow::desk& d : workflow::desks_of(by.at.here.catalog, w, item.about))
        desks.push_back(desk_json(w, d, by.at.locale));
    return desks;
}

} // namespace

json::object inbox_item_json(const waiting_item& item)
{
    const auto& [w, by] = *item.seen;
    const std::string state(workflow::state_of(w, item.about, {}));
    json::object out{{"resource", item.about.resource}, {"id", item.about.id}};
    out["version"] = version_of(w, item.about);
    out["title"] = item.title;
    out["plan"] = w.head.id;
    out["kind"] = w.head.kind;
    out["kind_title"] = w.rules.title.in(by.at.locale);
    out["region"] = region_json(w.place);
    out["agency"] = reference_json(agency_of(item));
    out["due"] = date_json(item.due);
    out["days_left"] =
        item.due ? json::value(w.days.days_left(w.today(), *item.due)) : json::value(nullptr);
    out["state"] = state;
    out["waiting_for"] = waiting_for(item);
    out["returned"] = returned_json(w, item.about, by);
    out["commands"] = commands_json(w, item.about, by);
    return out;
}

namespace {

result<reply> list(const context& here, const call& asked)
{
    const auto overdue = flag(asked.asked, "overdue");
    if (!overdue) return overdue.error();
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto after = persistence::key_of({wanted.limit, wanted.cursor}, 4);
        if (!after) return after.error();
        plan_worlds worlds(at, workflow::parts::whole);
        auto items = waiting(at, worlds, {text_or_empty(asked.asked, "kind"), *overdue});
        std::erase_if(items, [&](const waiting_item& i) { return i.key <= *after; });
        const auto page = persistence::cut(std::move(items), wanted.limit,
                                           [](const waiting_item& i) { return i.key; });
        std::vector<shown> page_shown;
        for (const waiting_item& item : page.items)
            page_shown.push_back({&item.seen->world, item.about, &item.seen->by});
        read_returns(at, page_shown);
        json::array told;
        for (const waiting_item& item : page.items) told.push_back(inbox_item_json(item));
        return list_reply(std::move(told), page.next);
    });
}

} // namespace

std::vector<route> inbox_routes(const context& here)
{
    route all{"GET", "/api/v1/inbox", {}, "inbox", "What waits for me, soonest first", scope::read};
    all.answer = [&here](const call& asked) { return list(here, asked); };
    all.query = {"overdue", "kind", "limit", "cursor"};
    std::vector<route> routes;
    routes.push_back(std::move(all));
    return routes;
}

} // namespace api
