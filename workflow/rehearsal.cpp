// The virtual clock, one plan after the other; messages gather over all of them.
#include "workflow/rehearsal.hpp"
#include "workflow/open_items.hpp"
#include <algorithm>

namespace workflow {
namespace {

constexpr int instants_max = 20'000; // of one plan; a clock that does not advance is a bug

struct rehearsal {
    const environment& outside;
    instant until;
    told_before told;
    std::map<std::string, foretold_message> messages{}; // by key
};

void put(rehearsal& all, const world& w, const reference& recipient, instant at, foretold item)
{
    while (all.told.left.contains(digest_key(recipient.id, at)))
        at = digest_after(w.days, at, w.now);
    const auto key = digest_key(recipient.id, at);
    auto& message = all.messages[key];
    message.key = key;
    message.recipient = recipient;
    message.due = at;
    message.zone = w.days.zone();
    item.plan = w.head.id;
    item.place = w.place;
    message.items.push_back(std::move(item));
}

void put_notice(rehearsal& all, const world& w, const notice& n)
{
    foretold item;
    item.rule = n.name;
    item.resource = n.resource;
    item.id = n.subject;
    item.round = n.round;
    item.due = n.due;
    item.why = n.why;
    item.title = title_of(w, {n.resource, n.subject});
    item.agency = agency_name_of(w, {n.resource, n.subject});
    put(all, w, n.recipient, next_digest(w.days, w.now), std::move(item));
}

std::string name_of(const world& w, const std::string& user)
{
    for (const appointment& post : w.posts)
        if (post.user.id == user) return post.user.name;
    return {};
}

void put_reminder(rehearsal& all, const world& w, const open_item& of, const reminder& r)
{
    if (!all.told.notices.insert(r.unique_key).second) return;
    foretold item;
    item.rule = r.rule;
    item.resource = r.resource;
    item.id = r.id;
    item.round = r.round;
    item.due = r.due;
    item.moved_from = r.moved_from;
    item.why = of.roles.at(r.recipient);
    item.title = of.title;
    item.agency = of.agency;
    put(all, w, {r.recipient, name_of(w, r.recipient)}, morning_of(r, w.days, w.now),
        std::move(item));
}

void look_at_ladder(rehearsal& all, const world& w)
{
    for (const open_item& item : open_items(w))
        for (const reminder& r : latest_step(item, w.days, w.rules.ladder, w.now))
            put_reminder(all, w, item, r);
}

// The days on which time alone may make something due: periods begin, ends and silence pass.
std::set<date> days_of_change(const world& w)
{
    std::set<date> days;
    for (const target& t : w.targets) {
        if (t.state == "open") days.insert(add_days(end_of_target(w, t), 1));
        if (t.state != "planned") continue;
        if (const period* p = w.period_named(t.period)) days.insert(p->from);
    }
    for (const review& r : w.reviews)
        if (r.state == "pending" && r.due) days.insert(add_days(*r.due, 1));
    return days;
}

// Mornings at which the ladder may owe somebody something that it did not owe before.
std::set<date> days_of_ladder(const course& c, const world& w)
{
    std::set<date> days;
    for (const open_item& item : open_items(w))
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

std::optional<next_look> next_of(const course& c, const world& w)
{
    std::optional<next_look> next;
    const auto consider = [&](instant at, bool ladder) {
        if (at > w.now && (!next || at < next->at)) next = next_look{at, ladder};
    };
    for (const date day : days_of_change(w)) consider(w.days.at(day, 0, 0), false);
    for (const date day : days_of_ladder(c, w))
        consider(w.days.at(day, digest_hour, digest_minute), true);
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
    std::optional<next_look> next{{w.now, true}};
    for (int i = 0; next && next->at <= all.until && i < instants_max; ++i) {
        set_clock(w, c, next->at);
        outcome swept = sweep(all.outside, std::move(w));
        w = std::move(swept.after);
        for (const notice& n : swept.notices) put_notice(all, w, n);
        if (next->at_the_ladder) look_at_ladder(all, w);
        next = next_of(c, w);
    }
}

} // namespace

std::vector<foretold_message> foretell(const environment& outside,
                                       const std::vector<course>& courses, const told_before& told,
                                       instant until)
{
    rehearsal all{outside, until, told};
    for (const course& c : courses) run(all, c);
    std::vector<foretold_message> out;
    for (auto& [key, message] : all.messages) out.push_back(std::move(message));
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return std::pair(a.due, a.recipient.id) < std::pair(b.due, b.recipient.id);
    });
    return out;
}

} // namespace workflow
