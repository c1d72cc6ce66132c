// Candidates by posts and states; the workflow says which of them are whose turn.
#include "api/waiting.hpp"
#include "persistence/inbox.hpp"
#include "workflow/people.hpp"
#include "workflow/sentences.hpp"
#include "workflow/turn.hpp"
#include <algorithm>

namespace api {
namespace {

using workflow::subject;
using workflow::world;

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

} // namespace

std::vector<waiting_item> waiting(const work& at, plan_worlds& worlds, const waiting_filter& wanted)
{
    std::vector<waiting_item> items;
    for (const persistence::candidate& c :
         persistence::inbox_candidates(at.unit, at.who, at.here.catalog, wanted.kind)) {
        const auto& seen = worlds.of(c.plan);
        const world& w = seen.world;
        if (!is_loaded(w, c.subject)) continue;
        const auto due = due_of(w, c.subject);
        if (wanted.only_overdue && !(due && w.days.days_left(w.today(), *due) < 0)) continue;
        if (!workflow::is_turn_of(at.here.catalog, w, c.subject, at.who)) continue;
        waiting_item item{{}, &seen, c.subject, due, title_of(w, c.subject, at.locale)};
        item.key = {due ? workflow::iso(*due) : "9999-12-31", item.title, c.subject.resource,
                    c.subject.id};
        items.push_back(std::move(item));
    }
    std::sort(items.begin(), items.end(),
              [](const waiting_item& a, const waiting_item& b) { return a.key < b.key; });
    return items;
}

workflow::reference agency_of(const waiting_item& item)
{
    const auto& [w, by] = *item.seen;
    if (item.about.resource == "reviews") return with_id(w.reviews, item.about.id).agency;
    if (item.about.resource == "targets")
        if (const workflow::placed_cell c = workflow::cell_of(w, item.about.id); c.row)
            return c.row->lead_agency;
    return {};
}

} // namespace api
