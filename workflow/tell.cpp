// A table: name of the notice, and the posts it goes to.
#include "workflow/tell.hpp"
#include "workflow/people.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace workflow {
namespace {

// Plan-wide audiences beside the posts relative to one thing.
enum class audience { related, agencies_of_the_plan };

struct telling {
    std::vector<who> to;
    audience whom{audience::related};
};

const std::map<std::string_view, telling> tellings{
    {"review_requested", {{who::reviewing_head}}},
    {"changes_requested", {{who::secretariat}}},
    {"approval_requested", {{who::stage_member}}},
    {"plan_approved", {{who::secretariat}}},
    {"plan_returned", {{who::secretariat}}},
    {"plan_refused", {{who::secretariat}}},
    {"plan_adopted", {{who::secretariat}, audience::agencies_of_the_plan}},
    {"target_opened", {{who::lead_staff, who::lead_head}}},
    {"target_reopened", {{who::lead_staff, who::lead_head}}},
    {"target_revised", {{who::lead_staff, who::lead_head}}},
    {"target_returned", {{who::lead_staff, who::lead_head}}},
    {"report_submitted", {{who::parent_secretariat}}},
    {"report_received", {{who::secretariat}}},
    {"report_returned", {{who::secretariat}}},
};

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
    return std::any_of(rule.to.begin(), rule.to.end(),
                       [&](who kind) { return makes(post, kind, w, s); });
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
    return n.due;
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

} // namespace workflow
