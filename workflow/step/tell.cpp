// A table: name of the notice, and the posts it goes to.
#include "workflow/step/tell.hpp"
#include "workflow/step/people.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace workflow {
namespace {

// Plan-wide audiences beside the posts relative to one thing.
enum class audience { related, agencies_of_the_plan };

struct telling {
    std::vector<who> to;
    std::vector<std::string_view> holds_in; // states of the thing; later it has been overtaken
    audience whom{audience::related};
};

// clang-format off
const std::map<std::string_view, telling> tellings{
    {"review_requested",   {{who::reviewing_head},            {"pending"}}},
    {"changes_requested",  {{who::secretariat},               {"changes_requested"}}},
    {"approval_requested", {{who::stage_member},              {"pending"}}},
    {"plan_approved",      {{who::secretariat},               {"approved"}}},
    {"plan_returned",      {{who::secretariat},               {"draft"}}},
    {"plan_refused",       {{who::secretariat},               {"refused"}}},
    {"plan_adopted",       {{who::secretariat},               {"in_force", "closed"},
                            audience::agencies_of_the_plan}},
    {"target_opened",      {{who::lead_staff, who::lead_head}, {"open"}}},
    {"target_reopened",    {{who::lead_staff, who::lead_head}, {"open"}}},
    {"target_revised",     {{who::lead_staff, who::lead_head}, {"open"}}},
    {"target_returned",    {{who::lead_staff, who::lead_head}, {"open"}}},
    {"report_submitted",   {{who::parent_secretariat},        {"submitted"}}},
    {"report_received",    {{who::secretariat},               {"received"}}},
    {"report_returned",    {{who::secretariat},               {"compiling"}}},
};
// clang-format on

// The plan's agencies, when the rule is for them all.
std::set<std::string> agencies_told(const telling& rule, const world& w)
{
    std::set<std::string> ids;
    if (rule.whom != audience::agencies_of_the_plan) return ids;
    for (const action& a : w.current().actions) {
        ids.insert(a.lead_agency.id);
        for (const reference& s : a.supporting) ids.insert(s.id);
    }
    ids.erase("");
    return ids;
}

bool is_told(const appointment& post, const telling& rule, const world& w, const subject& s,
             const std::set<std::string>& agencies)
{
    if (agencies.contains(post.agency.id)) return true;
    if (s.resource == "approvals" && !may_vote(w, s.id, post.user.id)) return false;
    return std::any_of(rule.to.begin(), rule.to.end(),
                       [&](who kind) { return makes(post, kind, w, s); });
}

// Of an adopted plan later amendments change nothing; all else is about its newest revision.
std::string_view state_told(const world& w, const notice& n)
{
    if (n.resource != "plans") return state_of(w, {n.resource, n.subject}, {});
    if (n.name != "plan_adopted") return w.revisions.back().state;
    const revision* in_force = w.revision_in_force();
    return in_force ? in_force->state : std::string_view{};
}

// Whether the plan is where things of that kind wait for somebody.
bool is_at_it(const world& w, std::string_view resource)
{
    if (resource == "reviews") return w.current().state == "agency_review";
    if (resource == "approvals") return w.current().state == "sahli_approval";
    if (resource != "targets") return true;
    const revision* in_force = w.revision_in_force();
    return in_force && in_force->state == "in_force";
}

} // namespace

bool is_notice(std::string_view name)
{
    return tellings.contains(name);
}

std::vector<notice> address(const outcome& o, bool from_the_scheduler)
{
    std::vector<notice> out;
    if (o.notices.empty()) return out;
    const world& w = o.after;
    const std::string actor = o.events.empty() ? "" : o.events.front().by.id;
    for (const notice& n : o.notices) {
        const telling& rule = tellings.at(n.name);
        const auto agencies = agencies_told(rule, w);
        std::set<std::string> told;
        for (const appointment& post : w.posts) {
            if (post.user.id == actor || told.contains(post.user.id)) continue;
            if (!is_told(post, rule, w, {n.resource, n.subject}, agencies)) continue;
            told.insert(post.user.id);
            notice mine = n;
            mine.recipient = post.user;
            mine.why = post.role;
            mine.round = round_of(w, n);
            mine.due = due_of(w, n);
            mine.waits = from_the_scheduler;
            out.push_back(std::move(mine));
        }
    }
    return out;
}

bool still_holds(const world& w, const notice& n)
{
    const auto rule = tellings.find(n.name);
    if (rule == tellings.end() || w.revisions.empty() || !is_at_it(w, n.resource)) return false;
    const auto& states = rule->second.holds_in;
    return std::find(states.begin(), states.end(), state_told(w, n)) != states.end();
}

const appointment* told_by(const world& w, const notice& n, const std::string& recipient)
{
    if (w.revisions.empty()) return nullptr;
    const telling& rule = tellings.at(n.name);
    const auto agencies = agencies_told(rule, w);
    for (const appointment& post : w.posts)
        if (post.user.id == recipient && is_told(post, rule, w, {n.resource, n.subject}, agencies))
            return &post;
    return nullptr;
}

int round_of(const world& w, const notice& n)
{
    for (const target& t : w.targets)
        if (n.resource == "targets" && t.id == n.subject) return t.round;
    return 1;
}

std::optional<date> due_of(const world& w, const notice& n)
{
    for (const target& t : w.targets)
        if (n.resource == "targets" && t.id == n.subject) return due_of_target(w, t);
    for (const review& r : w.reviews)
        if (n.resource == "reviews" && r.id == n.subject) return r.due;
    for (const approval& a : w.approvals)
        if (n.resource == "approvals" && a.id == n.subject) return a.due;
    return n.due;
}

} // namespace workflow
