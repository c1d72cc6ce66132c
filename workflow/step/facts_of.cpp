// Fills each machine's facts from a world. Nothing here decides anything: it only looks.
#include "workflow/step/people.hpp"
#include "workflow/things/digest.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>
#include <set>

namespace workflow {
namespace {

template <class List, class Wanted> auto* by_id(List& list, const Wanted& id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](auto& x) { return x.id == id; });
    return found == list.end() ? nullptr : &*found;
}

std::string listed(const std::vector<std::string>& items)
{
    std::string out;
    for (const std::string& item : items) out += (out.empty() ? "" : ", ") + item;
    return out;
}

bool is_complete(const action& a)
{
    return !a.lead_agency.id.empty() && !a.success_criterion.empty() && !a.targets.empty();
}

bool is_complete(const cell& c)
{
    return !c.text.empty() && (!c.quantity || !c.unit.empty());
}

std::string numbered(const action& a)
{
    return "No. " + std::to_string(a.number);
}

bool has_a_head(const world& w, const std::string& agency)
{
    return std::any_of(w.posts.begin(), w.posts.end(), [&](const appointment& p) {
        return p.role == role::agency_head && p.agency.id == agency;
    });
}

bool can_confirm(const world& w, const action& a)
{
    return a.lead_agency.id.empty() || has_a_head(w, a.lead_agency.id);
}

void look_at_matrix(plan_facts& f, const world& w, const revision& r)
{
    const auto all = [&](auto&& holds) {
        return std::all_of(r.actions.begin(), r.actions.end(), holds);
    };
    f.has_an_action = !r.actions.empty();
    f.actions_are_complete = all([](const action& a) { return is_complete(a); });
    f.targets_are_complete = all([](const action& a) {
        return std::all_of(a.targets.begin(), a.targets.end(),
                           [](const cell& c) { return is_complete(c); });
    });
    f.agencies_can_confirm = all([&](const action& a) { return can_confirm(w, a); });
}

// Who could decide in a stage when that person has submitted: four eyes.
std::size_t hands_of(const world& w, const chain_stage& stage, const std::string& submitter)
{
    std::set<std::string> hands;
    for (const appointment& p : w.posts)
        if (p.role == stage.role && p.region == w.place.code && p.user.id != submitter)
            hands.insert(p.user.id);
    return hands.size();
}

bool can_be_filled(const world& w, const chain_stage& stage, const std::string& submitter)
{
    return hands_of(w, stage, submitter) >= static_cast<std::size_t>(stage.quorum);
}

std::vector<std::string> unfilled_stages(const world& w, const std::string& submitter)
{
    std::vector<std::string> found;
    for (const chain_stage& stage : w.rules.approval_chain)
        if (!can_be_filled(w, stage, submitter))
            found.push_back("@role_" + stage.role + " " +
                            std::to_string(hands_of(w, stage, submitter)) + "/" +
                            std::to_string(stage.quorum));
    return found;
}

bool is_unfinished(const target& t)
{
    return t.made && t.state != "withdrawn" && !is_final_state(t.state);
}

std::vector<std::string> unfinished_targets(const world& w)
{
    std::vector<std::string> open;
    for (const target& t : w.targets)
        if (is_unfinished(t)) {
            const placed_cell c = cell_of(w, t.id);
            open.push_back((c.row ? numbered(*c.row) + " " : "") + t.period);
        }
    if (open.size() > 8) {
        open.resize(8);
        open.emplace_back("…");
    }
    return open;
}

// What keeps a guard of a revision from holding.
std::string where_amiss(const world& w, const revision& r, std::string_view guard_key,
                        const std::string& asks)
{
    std::vector<std::string> places;
    if (guard_key == "every_target_is_final") places = unfinished_targets(w);
    if (guard_key == "stages_can_be_filled") places = unfilled_stages(w, asks);
    for (const action& a : r.actions) {
        if (guard_key == "actions_are_complete" && !is_complete(a)) places.push_back(numbered(a));
        for (const cell& c : a.targets)
            if (guard_key == "targets_are_complete" && !is_complete(c))
                places.push_back(numbered(a) + " " + c.period);
        if (guard_key == "agencies_can_confirm" && !can_confirm(w, a) &&
            std::find(places.begin(), places.end(), a.lead_agency.name) == places.end())
            places.push_back(a.lead_agency.name);
    }
    return listed(places);
}

void look_at_decisions(plan_facts& f, const world& w, const revision& r)
{
    const auto settled = [&](const review& x) {
        return x.revision != r.number || x.state == "superseded" || x.state == "confirmed" ||
               x.state == "lapsed";
    };
    f.every_review_is_settled = includes(w.loaded, parts::decisions) &&
                                std::all_of(w.reviews.begin(), w.reviews.end(), settled);
    for (const review& x : w.reviews)
        f.an_agency_objects |=
            x.revision == r.number && x.state == "changes_requested" && r.state == "agency_review";
    std::size_t approved = 0;
    for (const approval& a : w.approvals) {
        if (a.revision != r.number || a.submission != r.submission) continue;
        approved += a.state == "approved";
        f.a_stage_was_returned |= a.state == "returned";
        f.a_stage_was_refused |= a.state == "refused";
    }
    f.every_stage_is_approved = approved == w.rules.approval_chain.size();
}

std::unique_ptr<facts> plan_facts_of(const world& w, const revision& r, const std::string& asks)
{
    auto f = std::make_unique<plan_facts>();
    look_at_matrix(*f, w, r);
    f->stages_can_be_filled = unfilled_stages(w, asks).empty();
    look_at_decisions(*f, w, r);
    f->is_first_revision = r.number == 1;
    f->kind_allows_register = w.rules.register_allowed;
    for (const revision& other : w.revisions)
        f->a_later_revision_was_adopted |= other.number > r.number && other.state == "in_force";
    f->every_target_is_final = includes(w.loaded, parts::targets) &&
                               std::none_of(w.targets.begin(), w.targets.end(), &is_unfinished);
    f->where = [&w, &r, asks](std::string_view guard_key) {
        return where_amiss(w, r, guard_key, asks);
    };
    f->an_amendment_is_open = w.open_revision() != nullptr;
    return f;
}

std::unique_ptr<facts> review_facts_of(const world& w, const review& r)
{
    auto f = std::make_unique<review_facts>();
    for (const revision& v : w.revisions)
        if (v.number == r.revision) {
            f->plan_is_in_review = v.state == "agency_review";
            f->was_overtaken = v.state == "cancelled" || v.state == "refused" ||
                               (v.state == "in_force" && w.head.registered && v.number == 1);
        }
    f->was_overtaken |= w.overtaken_reviews.contains(r.id);
    f->deadline_has_passed = r.due && w.days.has_passed(*r.due, w.now);
    f->silence_is_consent = w.rules.silence_is_consent;
    return f;
}

std::unique_ptr<facts> approval_facts_of(const world& w, const approval& a, const principal& p)
{
    auto f = std::make_unique<approval_facts>();
    for (const revision& v : w.revisions)
        if (v.number == a.revision) {
            f->is_the_submitter = v.submitted_by.id == p.user.id;
            f->plan_went_back =
                v.state == "draft" || v.state == "refused" || v.state == "cancelled";
        }
    f->has_voted = std::any_of(a.votes.begin(), a.votes.end(),
                               [&](const vote& v) { return v.by.id == p.user.id; });
    f->quorum_is_reached = static_cast<int>(a.votes.size()) + 1 >= a.quorum;
    return f;
}

final_state final_of(std::string_view s)
{
    if (s == "signed_off") return final_state::signed_off;
    if (s == "infeasible") return final_state::infeasible;
    return s == "not_reported" ? final_state::not_reported : final_state::none;
}

bool evidence_is_there(const world& w, const target& t)
{
    return std::all_of(w.rules.evidence_required.begin(), w.rules.evidence_required.end(),
                       [&](const std::string& kind) {
                           return std::any_of(t.evidence.begin(), t.evidence.end(),
                                              [&](const evidence& e) { return e.kind == kind; });
                       });
}

std::string missing_evidence(const world& w, const target& t)
{
    std::vector<std::string> missing;
    for (const std::string& kind : w.rules.evidence_required)
        if (std::none_of(t.evidence.begin(), t.evidence.end(),
                         [&](const evidence& e) { return e.kind == kind; }))
            missing.push_back(find_wording("evidence_kind_" + kind) ? "@evidence_kind_" + kind
                                                                    : kind);
    return listed(missing);
}

bool has_reporter(const target& t)
{
    return t.state == "reported";
}

std::unique_ptr<facts> target_facts_of(const world& w, const target& t, const principal& p)
{
    auto f = std::make_unique<target_facts>();
    const revision* in_force = w.revision_in_force();
    const achievement_record& r = t.record;
    // A target that only a draft holds waits for it, though an earlier revision is in force.
    f->plan_is_in_force = t.made && in_force && in_force->state == "in_force";
    f->period_has_begun = w.days.has_begun(w.period_named(t.period)->from, w.now);
    f->end_has_passed = w.days.has_passed(end_of_target(w, t), w.now);
    f->achievement_is_given = !r.achievement.empty() || r.achieved_quantity.has_value();
    f->evidence_is_there = evidence_is_there(w, t);
    f->where = [&w, &t](std::string_view guard_key) {
        return guard_key == "evidence_is_there" ? missing_evidence(w, t) : std::string();
    };
    f->has_reporter = has_reporter(t);
    f->is_the_reporter = !r.reported_by.id.empty() && r.reported_by.id == p.user.id;
    f->is_the_endorser = !r.endorsed_by.id.empty() && r.endorsed_by.id == p.user.id;
    f->is_the_claimant = !r.claimed_by.id.empty() && r.claimed_by.id == p.user.id;
    f->kind_relaxes_four_eyes = w.rules.head_may_endorse_own_report;
    f->last_final = final_of(t.last_final);
    f->was_revised = w.revised_targets.contains(t.id);
    f->was_dropped = w.dropped_targets.contains(t.id);
    return f;
}

std::unique_ptr<facts> report_facts_of(const world& w, const report& r)
{
    auto f = std::make_unique<report_facts>();
    f->something_has_changed = // never submitted: nothing to compare with
        includes(w.loaded, parts::reports) &&
        (r.included_digest.empty() || included_digest(w, r) != r.included_digest);
    f->period_has_begun = w.days.has_begun(w.period_named(r.period)->from, w.now);
    // Reasons that were given before may be given anew: what is asked for is not what is lacking.
    if (gaps_of(w, r).empty()) f->not_needed.push_back("gaps");
    return f;
}

std::unique_ptr<facts> look(const world& w, const subject& s, const principal& p, int revision_no)
{
    if (s.resource == "reviews") return review_facts_of(w, *by_id(w.reviews, s.id));
    if (s.resource == "approvals") return approval_facts_of(w, *by_id(w.approvals, s.id), p);
    if (s.resource == "targets") return target_facts_of(w, *by_id(w.targets, s.id), p);
    if (s.resource == "reports") return report_facts_of(w, *by_id(w.reports, s.id));
    const revision* r = &w.current();
    for (const revision& candidate : w.revisions)
        if (candidate.number == revision_no) r = &candidate;
    return plan_facts_of(w, *r, p.user.id);
}

constexpr who persons[] = {who::secretariat,  who::parent_secretariat, who::reviewing_head,
                           who::stage_member, who::lead_staff,         who::lead_head};

} // namespace

actor_set roles_of(const world& w, const subject& s, const principal& p)
{
    actor_set roles;
    for (const appointment& post : p.appointments)
        for (who candidate : persons)
            if (makes(post, candidate, w, s)) roles.add(candidate);
    if (s.resource != "targets") return roles;
    const target& t = *by_id(w.targets, s.id);
    if (has_reporter(t) && t.record.reported_by.id == p.user.id) roles.add(who::reporter);
    return roles;
}

std::unique_ptr<facts> facts_of(const world& w, const subject& s, const principal& p)
{
    auto f = look(w, s, p, 0);
    f->actor = roles_of(w, s, p);
    return f;
}

std::unique_ptr<facts> facts_for_the_engine(const world& w, const subject& s, int revision)
{
    auto f = look(w, s, principal{}, revision);
    f->actor = who::system;
    return f;
}

} // namespace workflow
