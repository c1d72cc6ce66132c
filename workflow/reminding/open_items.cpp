// What the tables mark as work, with its deadline and its audience.
#include "workflow/reminding/open_items.hpp"
#include "workflow/reminding/gathering.hpp"
#include "workflow/step/people.hpp"
#include "workflow/step/turn.hpp"
#include "workflow/things/thing.hpp"
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
    const thing& what = thing_of(s.resource);
    const item& x = item_in(w, machine_about(w, s, word.name));
    const instant since = what.since(w, x);
    wait waits = what.work_of(w, x, word.work->matter);
    open_item out;
    out.what = told_about(w, s);
    out.what.round = waits.round;
    out.what.matter = std::move(waits.matter);
    out.deadline = waits.deadline;
    out.escalation_days = w.rules.escalation_days;
    // One that lies ahead is of a wrong clock, and would keep the ladder from being climbed.
    out.since = since > w.now ? instant{} : since;
    address(out, catalog, w, s, word);
    items.push_back(std::move(out));
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
