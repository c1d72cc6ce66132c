// One row a noun.
#include "api/nouns/noun.hpp"
#include "api/nouns/returned.hpp"
#include "persistence/nouns/targets.hpp"
#include "workflow/step/given_back.hpp"
#include "workflow/words/sentences.hpp"
#include <stdexcept>

namespace api {
namespace {

using workflow::item;
using workflow::world;

template <class Thing> const Thing& as(const item& x)
{
    return static_cast<const Thing&>(x);
}

json::value names(const std::vector<std::string>& all)
{
    return json::array(all.begin(), all.end());
}

std::string plan_title(const world& w, const item&, const std::string&)
{
    return w.head.title;
}

// --- plans -----------------------------------------------------------------------------------

json::object plan(const world& w, const item&, const viewer& by)
{
    return plan_json(w, by);
}

json::value plan_changes(const world& w, const item&, const viewer&)
{
    if (!includes(w.loaded, workflow::parts::matrix)) return nullptr;
    std::vector<std::string> agencies;
    for (const workflow::reference& each : workflow::changed_agencies(w))
        agencies.push_back(each.name);
    return names(agencies);
}

// --- reviews and approvals -------------------------------------------------------------------

json::object review(const world& w, const item& x, const viewer& by)
{
    return review_json(w, as<workflow::review>(x), by);
}

// Rows change only while the plan is a draft again.
json::value review_changes(const world& w, const item& x, const viewer&)
{
    if (!includes(w.loaded, workflow::parts::matrix)) return nullptr;
    return workflow::rows_have_changed(w, as<workflow::review>(x)) ? json::array{"rows"}
                                                                   : json::array{};
}

json::object approval(const world& w, const item& x, const viewer& by)
{
    return approval_json(w, as<workflow::approval>(x), by);
}

json::value no_changes(const world&, const item&, const viewer&)
{
    return nullptr;
}

// --- targets ---------------------------------------------------------------------------------

json::object target(const world& w, const item& x, const viewer& by)
{
    return target_json(w, as<workflow::target>(x), by);
}

std::string target_title(const world& w, const item& x, const std::string& locale)
{
    const workflow::placed_cell c = workflow::cell_of(w, x.id);
    if (!c.row) return w.head.title;
    return workflow::say(locale, {"waiting_target",
                                  {{"number", std::to_string(c.row->number)},
                                   {"title", c.row->title},
                                   {"period", c.target->period}}});
}

json::value target_changes(const world&, const item& x, const viewer& by)
{
    const auto& now = as<workflow::target>(x);
    const auto known = by.rounds.find(now.id);
    const auto rounds =
        known == by.rounds.end() ? persistence::read_rounds(by.at.unit, now.id) : known->second;
    for (auto round = rounds.rbegin(); round != rounds.rend(); ++round)
        if (round->round < now.round) return names(workflow::changed_members(*round, now));
    return nullptr;
}

// --- reports ---------------------------------------------------------------------------------

json::object report(const world& w, const item& x, const viewer& by)
{
    return report_json(w, as<workflow::report>(x), by);
}

std::string report_title(const world& w, const item& x, const std::string& locale)
{
    return workflow::say(locale, {"waiting_report",
                                  {{"period", as<workflow::report>(x).period},
                                   {"year", std::to_string(w.head.year)},
                                   {"region", w.place.name}}});
}

void put_missing(json::array& changed, const world& w, const std::vector<workflow::gap>& from,
                 const std::vector<workflow::gap>& in)
{
    for (const workflow::gap& g : from)
        if (!workflow::with_id(in, g.id)) changed.push_back(label_of(w, g));
}

// Gaps that were not there when the report went up, and those that are closed by now.
json::value report_changes(const world& w, const item& x, const viewer& by)
{
    if (!by.sees.drafting) return nullptr;
    if (!includes(w.loaded, workflow::parts::reports | workflow::parts::targets)) return nullptr;
    const auto& r = as<workflow::report>(x);
    const auto now = workflow::gaps_of(w, r);
    json::array changed;
    put_missing(changed, w, r.gaps, now);
    put_missing(changed, w, now, r.gaps);
    return changed;
}

} // namespace

const noun& noun_of(std::string_view resource)
{
    static const noun all[]{
        {"plans", &plan, &plan_title, &plan_changes},
        {"reviews", &review, &plan_title, &review_changes},
        {"approvals", &approval, &plan_title, &no_changes},
        {"targets", &target, &target_title, &target_changes},
        {"reports", &report, &report_title, &report_changes},
    };
    for (const noun& each : all)
        if (each.resource == resource) return each;
    throw std::logic_error("the API does not know '" + std::string(resource) + "'");
}

} // namespace api
