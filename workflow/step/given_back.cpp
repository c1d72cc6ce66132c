// Tables of events and states; comparisons are by the digests of what was submitted.
#include "workflow/step/given_back.hpp"
#include "workflow/things/digest.hpp"
#include <algorithm>
#include <set>

namespace workflow {
namespace {

using named = std::pair<std::string_view, std::string_view>; // resource, command

const std::set<named> giving_back{
    {"plans", "recall"},
    {"plans", "return_to_draft"},
    {"reviews", "request_changes"},
    {"approvals", "return_for_changes"},
    {"approvals", "refuse"},
    {"targets", "return_to_staff"},
    {"targets", "return_for_changes"},
    {"targets", "reopen"},
    {"targets", "revise"},
    {"reports", "return_for_changes"},
};

template <class List> const auto* by_id(const List& list, const std::string& id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](auto& x) { return x.id == id; });
    return found == list.end() ? nullptr : &*found;
}

bool is_under_way(const target& t)
{
    return t.state == "open" || t.state == "reported" || t.state == "endorsed" ||
           t.state == "infeasible_claimed";
}

std::vector<std::string> ids_of(const std::vector<evidence>& files)
{
    std::vector<std::string> ids;
    for (const evidence& e : files) ids.push_back(e.id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

// What an agency's rows were when they were last submitted; nothing when it had none.
std::string rows_before(const world& w, const std::string& agency)
{
    for (const review& x : w.reviews)
        if (x.revision == w.current().number && x.agency.id == agency) return x.rows_digest;
    const revision* in_force = w.revision_in_force();
    return in_force ? rows_digest(in_force->actions, agency) : std::string();
}

} // namespace

bool gives_back(const event& e)
{
    return giving_back.contains({e.resource, e.command});
}

bool settles_return(const event& e)
{
    return gives_back(e) || (e.resource == "reports" && e.command == "amend");
}

std::vector<const review*> open_objections(const world& w)
{
    std::vector<const review*> open;
    if (w.current().state != "agency_review") return open;
    for (const review& x : w.reviews)
        if (x.revision == w.current().number && x.state == "changes_requested") open.push_back(&x);
    return open;
}

bool lies_given_back(const world& w, const subject& s)
{
    if (s.resource == "reviews") {
        const auto* x = by_id(w.reviews, s.id);
        return x && x->state == "changes_requested";
    }
    if (s.resource == "approvals") {
        const auto* a = by_id(w.approvals, s.id);
        return a && (a->state == "returned" || a->state == "refused");
    }
    if (s.resource == "reports") {
        const auto* r = by_id(w.reports, s.id);
        return r && r->state == "compiling" && r->version > 1;
    }
    if (s.resource == "targets") {
        const auto* t = by_id(w.targets, s.id);
        return t && t->round > 1 && t->round == t->newest_round && is_under_way(*t);
    }
    const revision& r = w.current();
    return r.state == "draft" && r.submission > 0;
}

std::vector<std::string> changed_members(const closed_round& before, const target& now)
{
    const achievement_record& was = before.record;
    const achievement_record& is = now.record;
    std::vector<std::string> changed;
    const auto put = [&](bool differs, const char* name) {
        if (differs) changed.emplace_back(name);
    };
    put(was.achievement != is.achievement, "achievement");
    put(was.achieved_quantity != is.achieved_quantity, "achieved_quantity");
    put(was.obstacles != is.obstacles, "obstacles");
    put(was.follow_up != is.follow_up, "follow_up");
    put(ids_of(before.evidence) != ids_of(now.evidence), "evidence");
    return changed;
}

bool rows_have_changed(const world& w, const review& x)
{
    return rows_digest(w.current().actions, x.agency.id) != x.rows_digest;
}

std::vector<reference> changed_agencies(const world& w)
{
    const revision& r = w.current();
    std::set<reference> agencies;
    for (const revision* each : {&r, w.revision_in_force()})
        if (each)
            for (const action& a : each->actions)
                if (!a.lead_agency.id.empty()) agencies.insert(a.lead_agency);
    for (const review& x : w.reviews)
        if (x.revision == r.number) agencies.insert(x.agency);
    std::vector<reference> changed;
    for (const reference& agency : agencies) {
        const bool told = !changed.empty() && changed.back().id == agency.id;
        if (!told && rows_digest(r.actions, agency.id) != rows_before(w, agency.id))
            changed.push_back(agency);
    }
    return changed;
}

} // namespace workflow
