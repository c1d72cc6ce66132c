// Tables by state; an agency that has asked for changes has done its part.
#include "workflow/reminding/desks.hpp"
#include "workflow/step/people.hpp"
#include <algorithm>
#include <map>

namespace workflow {
namespace {

const std::map<std::string_view, who> desk_of_target{
    {"open", who::lead_staff},
    {"reported", who::lead_head},
    {"endorsed", who::secretariat},
    {"infeasible_claimed", who::secretariat},
};

const std::map<std::string_view, who> desk_of_review{
    {"pending", who::reviewing_head},
    {"changes_requested", who::secretariat},
};

std::optional<who> found(const std::map<std::string_view, who>& desks, std::string_view state)
{
    const auto at = desks.find(state);
    return at == desks.end() ? std::nullopt : std::optional(at->second);
}

template <class List> const auto* with_id(const List& list, const std::string& id)
{
    const auto at = std::find_if(list.begin(), list.end(), [&](auto& x) { return x.id == id; });
    return at == list.end() ? nullptr : &*at;
}

template <class Thing> std::string_view state_in(const Thing* thing)
{
    return thing ? std::string_view(thing->state) : std::string_view();
}

// A desk of an agency, or one of the region.
desk desk_for(who turn, const reference& agency, instant since)
{
    if (turn == who::lead_staff) return {std::string(role::agency_staff), agency, since};
    if (turn == who::lead_head || turn == who::reviewing_head)
        return {std::string(role::agency_head), agency, since};
    return {std::string(role::secretariat), {}, since};
}

// One entry for each desk, since the first thing that came to it.
void put(std::vector<desk>& desks, const desk& more)
{
    const auto same = std::find_if(desks.begin(), desks.end(), [&](const desk& d) {
        return d.role == more.role && d.agency.id == more.agency.id;
    });
    if (same == desks.end())
        desks.push_back(more);
    else
        same->since = std::min(same->since, more.since);
}

bool has_an_objection(const world& w, const revision& r)
{
    return std::any_of(w.reviews.begin(), w.reviews.end(), [&](const review& x) {
        return x.revision == r.number && x.state == "changes_requested";
    });
}

void put_revision(std::vector<desk>& desks, const world& w, const revision& r)
{
    if (r.state == "draft" || r.state == "approved")
        put(desks, desk_for(who::secretariat, {}, r.since));
    if (r.state == "agency_review")
        for (const review& x : w.reviews)
            if (const auto turn = found(desk_of_review, x.state); turn && x.revision == r.number)
                put(desks, desk_for(*turn, x.agency, x.since));
    if (r.state == "sahli_approval")
        for (const approval& a : w.approvals)
            if (a.revision == r.number && a.state == "pending") put(desks, {a.role, {}, a.since});
}

std::optional<who> turn_of_plan(const world& w)
{
    const revision& r = w.current();
    const bool is_with_others =
        r.state == "sahli_approval" || (r.state == "agency_review" && !has_an_objection(w, r));
    return is_with_others ? std::nullopt : std::optional(who::secretariat);
}

} // namespace

std::vector<desk> desks_of(const world& w, const std::vector<agency_targets>& targets)
{
    std::vector<desk> desks;
    put_revision(desks, w, w.current());
    for (const agency_targets& t : targets)
        if (const auto turn = found(desk_of_target, t.state))
            put(desks, desk_for(*turn, t.agency, t.since));
    return desks;
}

std::optional<who> turn_of(const world& w, const subject& s)
{
    if (s.resource == "reviews") return found(desk_of_review, state_in(with_id(w.reviews, s.id)));
    if (s.resource == "targets") return found(desk_of_target, state_in(with_id(w.targets, s.id)));
    if (s.resource == "approvals") return who::stage_member;
    if (s.resource == "plans") return turn_of_plan(w);
    const bool is_above = state_in(with_id(w.reports, s.id)) == "submitted";
    return is_above ? who::parent_secretariat : who::secretariat;
}

std::optional<desk> desk_of(const world& w, const subject& s)
{
    const auto turn = turn_of(w, s);
    if (!turn) return std::nullopt;
    if (const auto* x = with_id(w.reviews, s.id)) return desk_for(*turn, x->agency, x->since);
    if (const auto* a = with_id(w.approvals, s.id)) return desk{a->role, {}, a->since};
    if (const auto* r = with_id(w.reports, s.id)) return desk_for(*turn, {}, r->since);
    if (const auto* t = with_id(w.targets, s.id)) {
        const placed_cell cell = cell_of(w, t->id);
        return desk_for(*turn, cell.row ? cell.row->lead_agency : reference{}, t->since);
    }
    instant since = w.current().since;
    for (const review& x : w.reviews)
        if (w.current().state == "agency_review" && x.state == "changes_requested")
            since = std::max(since, x.since);
    return desk_for(*turn, {}, since);
}

bool is_turn_of(const principal& p, const world& w, const subject& s)
{
    const auto turn = turn_of(w, s);
    const auto is_mine = [&](const appointment& post) {
        // What staff do, their head may do as well.
        return makes(post, *turn, w, s) ||
               (*turn == who::lead_staff && makes(post, who::lead_head, w, s));
    };
    return turn && std::any_of(p.appointments.begin(), p.appointments.end(), is_mine);
}

} // namespace workflow
