// What the tables mark as work, with its deadline and its audience.
#include "workflow/open_items.hpp"
#include "workflow/gathering.hpp"
#include "workflow/people.hpp"
#include "workflow/turn.hpp"
#include <algorithm>

namespace workflow {
namespace {

using people = std::vector<std::string>;

void add(people& to, const std::string& user)
{
    if (std::find(to.begin(), to.end(), user) == to.end()) to.push_back(user);
}

// Adds whoever holds such a post, and remembers why they are told.
void add_holders(open_item& item, people& to, const world& w, who kind, const relation& about)
{
    for (const appointment& post : w.posts) {
        if (!makes(post, kind, w, about)) continue;
        add(to, post.user.id);
        item.posts.emplace(post.user.id, held_in(w, post));
    }
}

date some_days_from(const world& w, instant since)
{
    return w.days.add_working_days(w.days.today(std::min(since, w.now)),
                                   w.rules.return_working_days);
}

// What came when its day was over already has the days that the kind gives to returned work, but a
// report not beyond the end of its target.
date deadline_of(const world& w, const target& t, std::string_view matter)
{
    const date due = due_of_target(w, t);
    if (due >= w.days.today(t.since)) return due;
    const date some_days = some_days_from(w, t.since);
    return matter == "report" ? std::min(end_of_target(w, t), some_days) : some_days;
}

struct wait {
    std::string matter;
    date deadline;
    int round{1}; // what tells this wait from the next
};

// What has come back is revised, whatever is waited for the first time.
std::string_view revised(bool has_come_back, std::string_view matter)
{
    return has_come_back ? "revise" : matter;
}

wait wait_of(const world& w, const target& t, std::string_view matter)
{
    const bool is_back = matter == "report" && t.round > 1;
    return {std::string(revised(is_back, matter)), deadline_of(w, t, matter), t.round};
}

wait wait_of(const world& w, const review& r, std::string_view matter)
{
    return {std::string(matter), r.due.value_or(some_days_from(w, r.since))};
}

wait wait_of(const world& w, const approval& a, std::string_view matter)
{
    return {std::string(matter), a.due.value_or(some_days_from(w, a.since))};
}

// A report that is compiled for the first time has until the day that its period names.
wait wait_of(const world& w, const report& r, std::string_view matter)
{
    const bool is_back = matter == "compile" && !r.reason.empty();
    const bool is_new = matter == "compile" && !is_back;
    return {std::string(revised(is_back, matter)),
            is_new ? w.period_named(r.period)->due : some_days_from(w, r.since)};
}

wait wait_of_plan(const world& w, std::string_view matter)
{
    const revision& r = w.current();
    const instant since = since_of(w, {"plans", w.head.id});
    const bool is_back = matter == "submit" && r.submission > 0;
    const date due = matter == "repair"
                         ? some_days_from(w, since)
                         : draft_due(w.rules, w.head.year, w.days, w.days.today(since), is_back);
    return {std::string(revised(is_back, matter)), due, r.number};
}

template <class List> const auto& with_id(const List& list, const std::string& id)
{
    return *std::find_if(list.begin(), list.end(), [&](const auto& x) { return x.id == id; });
}

wait wait_of(const world& w, const subject& s, std::string_view matter)
{
    if (s.resource == "targets") return wait_of(w, with_id(w.targets, s.id), matter);
    if (s.resource == "reviews") return wait_of(w, with_id(w.reviews, s.id), matter);
    if (s.resource == "approvals") return wait_of(w, with_id(w.approvals, s.id), matter);
    if (s.resource == "reports") return wait_of(w, with_id(w.reports, s.id), matter);
    return wait_of_plan(w, matter);
}

// Before the deadline everybody who is to do it; then, where staff could have, their head alone;
// late the secretariat as well, which is not told of its own desk twice nor of one above it.
void address(open_item& item, const std::vector<definition>& catalog, const world& w,
             const subject& s, const command_word& word)
{
    const relation about = relation_of(w, s);
    for (const appointment* post : posts_to_do(catalog, w, s, word)) {
        add(item.before, post->user.id);
        item.posts.emplace(post->user.id, held_in(w, *post));
    }
    const bool is_staff_s = word.by.front() == who::lead_staff;
    if (is_staff_s)
        add_holders(item, item.after, w, who::lead_head, about);
    else
        item.after = item.long_after = item.before;
    if (word.by.front() != who::parent_secretariat)
        add_holders(item, item.long_after, w, who::secretariat, about);
}

void add_item(std::vector<open_item>& items, const std::vector<definition>& catalog, const world& w,
              const subject& s, const command_word& word)
{
    const instant since = since_of(w, s);
    wait waits = wait_of(w, s, word.work->matter);
    open_item item;
    item.resource = s.resource;
    item.id = s.id;
    item.round = waits.round;
    item.matter = std::move(waits.matter);
    item.deadline = waits.deadline;
    item.escalation_days = w.rules.escalation_days;
    item.title = title_of(w, s);
    item.region = w.place.code;
    // One that lies ahead is of a wrong clock, and would keep the ladder from being climbed.
    item.since = since > w.now ? instant{} : since;
    item.agency = agency_name_of(w, s);
    address(item, catalog, w, s, word);
    items.push_back(std::move(item));
}

} // namespace

std::vector<open_item> open_items(const std::vector<definition>& catalog, const world& w)
{
    std::vector<open_item> items;
    if (w.revisions.empty()) return items;
    for (const subject& s : subjects_of(w))
        for (const command_word* word : open_work(catalog, w, s))
            add_item(items, catalog, w, s, *word);
    return items;
}

} // namespace workflow
