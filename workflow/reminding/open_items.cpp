// One function for each kind of thing that may wait.
#include "workflow/reminding/open_items.hpp"
#include "workflow/reminding/gathering.hpp"
#include "workflow/step/people.hpp"
#include <algorithm>

namespace workflow {
namespace {

using people = std::vector<std::string>;

// Adds whoever holds a post that makes them `kind` to this thing, and remembers why.
template <class May>
void add_holders(open_item& item, people& to, const world& w, who kind, May may)
{
    const subject s{item.resource, item.id};
    for (const appointment& post : w.posts) {
        if (!makes(post, kind, w, s) || !may(post)) continue;
        if (std::find(to.begin(), to.end(), post.user.id) == to.end()) to.push_back(post.user.id);
        item.posts.emplace(post.user.id, held_in(w, post));
    }
}

void add_holders(open_item& item, people& to, const world& w, who kind)
{
    add_holders(item, to, w, kind, [](const appointment&) { return true; });
}

open_item item_of(const world& w, const subject& s, instant since)
{
    open_item item;
    item.resource = s.resource;
    item.id = s.id;
    item.title = title_of(w, s);
    item.region = w.place.code;
    // One that lies ahead is of a wrong clock, and would keep the ladder from being climbed.
    item.since = since > w.now ? instant{} : since;
    item.agency = agency_name_of(w, s);
    return item;
}

date some_days_from(const world& w, instant since)
{
    return w.days.add_working_days(w.days.today(std::min(since, w.now)),
                                   w.rules.return_working_days);
}

// A target that came back (or was opened) when its day was over already has the days that the kind
// gives to returned work, but not beyond its end.
date deadline_of(const world& w, const target& t)
{
    const date due = due_of_target(w, t);
    if (due >= w.days.today(t.since)) return due;
    return std::min(end_of_target(w, t), some_days_from(w, t.since));
}

// Targets of one agency have one audience; the posts are looked through once for all of them.
void add_targets(const world& w, std::vector<open_item>& items)
{
    const revision* in_force = w.revision_in_force();
    if (!in_force || in_force->state != "in_force") return;
    std::map<std::string, open_item> audiences;
    for (const target& t : w.targets) {
        if (t.state != "open") continue;
        const placed_cell placed = cell_of(w, t.id);
        if (!placed.row) continue;
        open_item item = item_of(w, {"targets", t.id}, t.since);
        item.round = t.round;
        item.matter = t.round > 1 ? "revise" : "report";
        item.deadline = deadline_of(w, t);
        const auto [known, is_new] = audiences.try_emplace(placed.row->lead_agency.id, item);
        open_item& like = known->second;
        if (is_new) {
            add_holders(like, like.before, w, who::lead_staff);
            add_holders(like, like.before, w, who::lead_head);
            add_holders(like, like.after, w, who::lead_head);
            add_holders(like, like.long_after, w, who::secretariat);
        }
        item.before = like.before;
        item.after = like.after;
        item.long_after = like.long_after;
        item.posts = like.posts;
        items.push_back(std::move(item));
    }
}

// Changes that were asked for are the secretariat's to make; the head may also confirm after all.
void add_reviews(const world& w, std::vector<open_item>& items)
{
    if (w.current().state != "agency_review") return;
    for (const review& r : w.reviews) {
        const bool returned = r.state == "changes_requested";
        if (r.revision != w.current().number || !r.due || (r.state != "pending" && !returned))
            continue;
        open_item item = item_of(w, {"reviews", r.id}, r.since);
        item.matter = returned ? "revise" : "review";
        item.deadline = std::max(*r.due, returned ? some_days_from(w, r.since) : *r.due);
        add_holders(item, item.before, w, who::reviewing_head);
        if (returned) add_holders(item, item.before, w, who::secretariat);
        item.after = item.long_after = item.before;
        add_holders(item, item.long_after, w, who::secretariat);
        items.push_back(std::move(item));
    }
}

void add_approvals(const world& w, std::vector<open_item>& items)
{
    if (w.current().state != "sahli_approval") return;
    for (const approval& a : w.approvals) {
        if (a.revision != w.current().number || a.state != "pending" || !a.due) continue;
        open_item item = item_of(w, {"approvals", a.id}, a.since);
        item.matter = "approve";
        item.deadline = *a.due;
        add_holders(item, item.before, w, who::stage_member,
                    [&](const appointment& post) { return may_vote(w, a.id, post.user.id); });
        item.after = item.long_after = item.before;
        add_holders(item, item.long_after, w, who::secretariat);
        items.push_back(std::move(item));
    }
}

void add_draft(const world& w, std::vector<open_item>& items)
{
    const revision* open = w.open_revision();
    if (!open || open->state != "draft") return;
    const bool returned = open->submission > 0;
    open_item item = item_of(w, {"plans", w.head.id}, open->since);
    item.round = open->number;
    item.matter = returned ? "revise" : "submit";
    item.deadline = draft_due(w.rules, w.head.year, w.days, w.days.today(open->since), returned);
    add_holders(item, item.before, w, who::secretariat);
    item.after = item.long_after = item.before;
    items.push_back(std::move(item));
}

// A report that is being compiled for the first time waits for its period; only a returned one is
// somebody's neglect.
void add_returned_reports(const world& w, std::vector<open_item>& items)
{
    for (const report& r : w.reports) {
        if (r.state != "compiling" || r.reason.empty()) continue;
        open_item item = item_of(w, {"reports", r.id}, r.since);
        item.matter = "revise";
        item.deadline = some_days_from(w, r.since);
        add_holders(item, item.before, w, who::secretariat);
        item.after = item.long_after = item.before;
        items.push_back(std::move(item));
    }
}

} // namespace

std::vector<open_item> open_items(const world& w)
{
    std::vector<open_item> items;
    if (w.revisions.empty()) return items;
    add_draft(w, items);
    add_reviews(w, items);
    add_approvals(w, items);
    add_targets(w, items);
    add_returned_reports(w, items);
    return items;
}

} // namespace workflow
