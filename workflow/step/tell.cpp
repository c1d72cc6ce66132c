// Notices by the descriptions of things: which posts they go to, and where they hold.
#include "workflow/step/tell.hpp"
#include "workflow/step/people.hpp"
#include "workflow/things/thing.hpp"
#include <algorithm>
#include <set>

namespace workflow {
namespace {

const telling* telling_of(std::string_view notice)
{
    for (const thing* t : things())
        for (const telling& row : t->tellings)
            if (row.notice == notice) return &row;
    return nullptr;
}

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
             const relation& about, const std::set<std::string>& agencies)
{
    if (agencies.contains(post.agency.id)) return true;
    return std::any_of(rule.to.begin(), rule.to.end(), [&](who kind) {
        return makes(post, kind, w, about) &&
               (kind != who::stage_member || may_vote(w, s.id, post.user.id));
    });
}

} // namespace

bool is_notice(std::string_view name)
{
    return telling_of(name) != nullptr;
}

std::vector<notice> address(const outcome& o, bool from_the_scheduler)
{
    std::vector<notice> out;
    if (o.notices.empty()) return out;
    const world& w = o.after;
    const std::string actor = o.events.empty() ? "" : o.events.front().by.id;
    for (const notice& n : o.notices) {
        const telling& rule = *telling_of(n.name);
        const subject about{n.resource, n.subject};
        const relation related = relation_of(w, about);
        const auto agencies = agencies_told(rule, w);
        std::set<std::string> told;
        for (const appointment& post : w.posts) {
            if (post.user.id == actor || told.contains(post.user.id)) continue;
            if (!is_told(post, rule, w, about, related, agencies)) continue;
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
    const telling* rule = telling_of(n.name);
    if (!rule || w.revisions.empty()) return false;
    const thing& what = thing_of(n.resource);
    const item* x = what.told_of(w, n.subject, n.name);
    return x && what.is_at_it(w) &&
           std::find(rule->holds_in.begin(), rule->holds_in.end(), x->state) !=
               rule->holds_in.end();
}

const appointment* told_by(const world& w, const notice& n, const std::string& recipient)
{
    if (w.revisions.empty()) return nullptr;
    const telling& rule = *telling_of(n.name);
    const subject about{n.resource, n.subject};
    const relation related = relation_of(w, about);
    const auto agencies = agencies_told(rule, w);
    for (const appointment& post : w.posts)
        if (post.user.id == recipient && is_told(post, rule, w, about, related, agencies))
            return &post;
    return nullptr;
}

int round_of(const world& w, const notice& n)
{
    const item* x = find_item(w, machine_about(w, {n.resource, n.subject}, {}));
    return x ? thing_of(n.resource).round(*x) : 1;
}

std::optional<date> due_of(const world& w, const notice& n)
{
    const thing& what = thing_of(n.resource);
    const item* x = find_item(w, machine_about(w, {n.resource, n.subject}, {}));
    return x && what.tells_due ? what.due(w, *x) : n.due;
}

} // namespace workflow
