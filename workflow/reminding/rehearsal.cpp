// The virtual clock, one plan after the other; messages gather over all of them.
#include "workflow/reminding/rehearsal.hpp"
#include "workflow/reminding/open_items.hpp"
#include "workflow/things/review.hpp"
#include "workflow/things/target.hpp"
#include <algorithm>

namespace workflow {
namespace {

constexpr int instants_max = 20'000; // of one plan; a clock that does not advance is a bug

struct rehearsal {
    const environment& outside;
    instant until;
    told_before before;
    std::map<std::string, foretold_message> messages{}; // by key
    std::map<std::string, told> stored{};               // what waits in the ledger, by key
};

// On their way to their mornings, when they are looked at again.
using waiting_notices = std::vector<waiting_notice>;

// Finds the morning on which it leaves, from `due` on.
void put(rehearsal& all, const world& w, waiting_notices& waiting, waiting_notice given)
{
    while (all.before.left.contains(digest_key(given.recipient.id, given.due)))
        given.due = digest_after(w.days, given.due, w.now, given.what.due);
    given.message = digest_key(given.recipient.id, given.due);
    waiting.push_back(std::move(given));
}

void put_notice(rehearsal& all, const world& w, waiting_notices& waiting, const notice& n)
{
    put(all, w, waiting, {told_of(w, n), n.recipient, {}, digest_by(w.days, w.now, n.due)});
}

std::string name_of(const world& w, const std::string& user)
{
    for (const appointment& post : w.posts)
        if (post.user.id == user) return post.user.name;
    return {};
}

void put_reminder(rehearsal& all, const world& w, waiting_notices& waiting, const reminder& r)
{
    if (!all.before.notices.insert(r.what.key).second) return;
    put(all, w, waiting,
        {r.what, {r.recipient, name_of(w, r.recipient)}, {}, morning_of(r, w.days, w.now)});
}

void look_at_ladder(rehearsal& all, const world& w, waiting_notices& waiting)
{
    for (const open_item& item : open_items(*all.outside.catalog, w))
        for (const reminder& r : latest_step(item, w.days, w.rules.ladder, w.now))
            put_reminder(all, w, waiting, r);
}

// What is dropped may be told again, should it be owed again.
void drop(rehearsal& all, const std::string& key, std::string_view why)
{
    if (const auto at = all.stored.find(key); at != all.stored.end()) at->second.dropped = why;
    all.before.notices.erase(key);
}

// One thing stands in a message once.
void join(rehearsal& all, const world& w, const waiting_notice& leaving)
{
    auto& message = all.messages[leaving.message];
    message.key = leaving.message;
    message.recipient = leaving.recipient;
    message.due = leaving.due;
    message.zone = w.days.zone();
    const told& what = leaving.what;
    const auto same =
        std::find_if(message.items.begin(), message.items.end(), [&](const told& item) {
            return item.resource == what.resource && item.subject == what.subject;
        });
    if (same == message.items.end()) {
        message.items.push_back(what);
    } else if (outweighs(what.rule, same->rule)) {
        drop(all, same->key, dropped::twice);
        *same = what;
    } else {
        drop(all, what.key, dropped::twice);
    }
}

// Everything whose time has come leaves, if it is still owed.
void send_due(rehearsal& all, const world& w, waiting_notices& waiting)
{
    for (waiting_notice& each : waiting) {
        if (each.due > w.now) continue;
        each.what = look_again(*all.outside.catalog, w, each.what, each.recipient.id);
        if (!each.what.dropped.empty()) {
            drop(all, each.what.key, each.what.dropped);
            continue;
        }
        if (const auto at = all.stored.find(each.what.key); at != all.stored.end())
            at->second = each.what;
        join(all, w, each);
    }
    std::erase_if(waiting, [&](const waiting_notice& each) { return each.due <= w.now; });
}

// The days on which time alone may make something due: periods begin, ends and silence pass.
std::set<date> days_of_change(const world& w)
{
    std::set<date> days;
    for (const target& t : w.targets) {
        if (t.state == target_state::open) days.insert(add_days(end_of_target(w, t), 1));
        if (t.state != target_state::planned) continue;
        if (const period* p = w.period_named(t.period)) days.insert(p->from);
    }
    for (const review& r : w.reviews)
        if (r.state == review_state::pending && r.due) days.insert(add_days(*r.due, 1));
    return days;
}

// Mornings at which the ladder may owe somebody something that it did not owe before.
std::set<date> days_of_ladder(const rehearsal& all, const course& c, const world& w)
{
    std::set<date> days;
    for (const open_item& item : open_items(*all.outside.catalog, w))
        for (const ladder_step& step : steps_of(item.deadline, w.rules.ladder, w.days))
            days.insert(step.day);
    for (const appointment& post : c.posts) {
        days.insert(post.from);
        if (post.to) days.insert(add_days(*post.to, 1));
    }
    return days;
}

struct next_look {
    instant at{};
    bool at_the_ladder{};
};

std::optional<next_look> next_of(const rehearsal& all, const course& c, const world& w,
                                 const waiting_notices& waiting)
{
    std::optional<next_look> next;
    const auto consider = [&](instant at, bool ladder) {
        if (at > w.now && (!next || at < next->at)) next = next_look{at, ladder};
    };
    for (const date day : days_of_change(w)) consider(w.days.at(day, 0, 0), false);
    for (const date day : days_of_ladder(all, c, w))
        consider(w.days.at(day, digest_hour, digest_minute), true);
    for (const waiting_notice& each : waiting) consider(each.due, false);
    return next;
}

void set_clock(world& w, const course& c, instant now)
{
    w.now = now;
    w.posts.clear();
    for (const appointment& post : c.posts)
        if (post.holds_on(w.today())) w.posts.push_back(post);
}

void run(rehearsal& all, const course& c)
{
    world w = c.start;
    auto waiting = c.waiting; // what the ledger holds of it
    for (const waiting_notice& each : waiting) all.stored[each.what.key] = each.what;
    std::optional<next_look> next{{w.now, true}};
    for (int i = 0; next && next->at <= all.until && i < instants_max; ++i) {
        set_clock(w, c, next->at);
        outcome swept = sweep(all.outside, std::move(w));
        w = std::move(swept.after);
        for (const notice& n : swept.notices) put_notice(all, w, waiting, n);
        if (next->at_the_ladder) look_at_ladder(all, w, waiting);
        send_due(all, w, waiting);
        next = next_of(all, c, w, waiting);
    }
}

} // namespace

foretelling foretell(const environment& outside, const std::vector<course>& courses,
                     const told_before& before, instant until)
{
    rehearsal all{outside, until, before};
    for (const course& c : courses) run(all, c);
    foretelling out;
    for (auto& [key, message] : all.messages) {
        std::erase_if(message.items, [&](const told& i) { return all.stored.contains(i.key); });
        if (!message.items.empty()) out.messages.push_back(std::move(message));
    }
    std::stable_sort(out.messages.begin(), out.messages.end(), [](const auto& a, const auto& b) {
        return std::pair(a.due, a.recipient.id) < std::pair(b.due, b.recipient.id);
    });
    out.stored = std::move(all.stored);
    return out;
}

} // namespace workflow
