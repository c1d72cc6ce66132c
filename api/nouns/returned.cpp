// One reading of a plan's returns for all of its things; only what still lies there is told.
#include "api/nouns/returned.hpp"
#include "persistence/nouns/targets.hpp"
#include "workflow/step/given_back.hpp"
#include <algorithm>

namespace api {
namespace {

using workflow::subject;
using workflow::world;

const workflow::event* last_return(const world& w, const std::string& id, const viewer& by)
{
    if (!by.given_back) by.given_back = persistence::read_given_back(by.at.unit, w.head.id);
    const auto found = by.given_back->find(id);
    if (found == by.given_back->end() || !workflow::gives_back(found->second)) return nullptr;
    return &found->second;
}

template <class List> const auto* with_id(const List& list, const std::string& id)
{
    const auto at = std::find_if(list.begin(), list.end(), [&](auto& x) { return x.id == id; });
    return at == list.end() ? nullptr : &*at;
}

json::value names(const std::vector<std::string>& all)
{
    return json::array(all.begin(), all.end());
}

json::value target_changes(const world& w, const std::string& id, const viewer& by)
{
    const workflow::target& now = *with_id(w.targets, id);
    const auto rounds = persistence::read_rounds(by.at.unit, id);
    for (auto round = rounds.rbegin(); round != rounds.rend(); ++round)
        if (round->round < now.round) return names(workflow::changed_members(*round, now));
    return nullptr;
}

json::value draft_changes(const world& w)
{
    if (!includes(w.loaded, workflow::parts::matrix)) return nullptr;
    std::vector<std::string> agencies;
    for (const workflow::reference& each : workflow::changed_agencies(w))
        agencies.push_back(each.name);
    return names(agencies);
}

// Gaps that were not there when the report went up, and those that are closed by now.
json::value report_changes(const world& w, const std::string& id)
{
    if (!includes(w.loaded, workflow::parts::reports | workflow::parts::targets)) return nullptr;
    const workflow::report& r = *with_id(w.reports, id);
    const auto now = workflow::gaps_of(w, r);
    json::array changed;
    const auto put_missing = [&](const auto& from, const auto& in) {
        for (const workflow::gap& g : from)
            if (!with_id(in, g.id)) changed.push_back(label_of(w, g));
    };
    put_missing(r.gaps, now);
    put_missing(now, r.gaps);
    return changed;
}

// Rows change only while the plan is a draft again.
json::value review_changes(const world& w, const std::string& id)
{
    if (!includes(w.loaded, workflow::parts::matrix)) return nullptr;
    return workflow::rows_have_changed(w, *with_id(w.reviews, id)) ? json::array{"rows"}
                                                                   : json::array{};
}

json::value changes_of(const world& w, const subject& s, const viewer& by)
{
    if (s.resource == "reviews") return review_changes(w, s.id);
    if (s.resource == "targets") return target_changes(w, s.id, by);
    if (s.resource == "reports") return by.sees.drafting ? report_changes(w, s.id) : nullptr;
    if (s.resource == "plans") return draft_changes(w);
    return nullptr;
}

json::value told(const workflow::event& e, const workflow::reference& agency, json::value changed)
{
    json::object out{{"command", e.command}, {"at", workflow::rfc3339(e.at)}};
    out["by"] = reference_json(e.by);
    out["role"] = text_or_null(e.post.substr(0, e.post.find('@')));
    out["agency"] = reference_json(agency);
    out["reason"] = text_or_null(e.reason);
    out["changed"] = std::move(changed);
    return out;
}

// What an agency asked for last, while a plan waits for the answer.
json::value last_objection(const world& w, const viewer& by)
{
    const workflow::event* last = nullptr;
    workflow::reference agency;
    for (const workflow::review* each : workflow::open_objections(w))
        if (const auto* e = last_return(w, each->id, by); e && (!last || e->seq > last->seq)) {
            last = e;
            agency = each->agency;
        }
    return last ? told(*last, agency, nullptr) : nullptr;
}

} // namespace

json::value returned_json(const world& w, const subject& s, const viewer& by)
{
    if (s.resource == "plans" && !workflow::open_objections(w).empty())
        return last_objection(w, by);
    if (!workflow::lies_given_back(w, s)) return nullptr;
    const workflow::event* last = last_return(w, s.id, by);
    if (!last) return nullptr;
    const auto* review = s.resource == "reviews" ? with_id(w.reviews, s.id) : nullptr;
    return told(*last, review ? review->agency : workflow::reference{}, changes_of(w, s, by));
}

json::value label_of(const world& w, const workflow::gap& g)
{
    if (const workflow::placed_cell c = workflow::cell_of(w, g.id); c.row)
        return json::string(std::to_string(c.row->number) + ". " + c.row->title);
    for (const auto& [period, child] : w.children)
        if (child.region == g.id) return json::string(child.region_name);
    return nullptr;
}

} // namespace api
