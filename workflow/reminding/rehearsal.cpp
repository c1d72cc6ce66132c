// The virtual clock, one plan after the other; messages gather over all of them.
#include "workflow/reminding/rehearsal.hpp"
#include "workflow/reminding/open_items.hpp"
#include "workflow/things/names.hpp"
#include <algorithm>

namespace workflow {
namespace {

constexpr int instants_max = 20'000; // of one plan; a clock that does not advance is a bug

struct rehearsal {
    const environment& outside;
    instant until;
    told_before told;
    std::map<std::string, foretold_message> messages{}; // by key
    std::map<std::string, owed_now> stored{};           // what waits in the ledger, by key
};

// A notice on its way to its morning, when it is looked at again.
struct waiting_item {
    waiting_notice on_its_way;
    foretold item{};
    reference recipient{};
};
using waiting_items = std::vector<waiting_item>;

// Gives the morning on which it leaves.
void put(rehearsal& all, const world& w, waiting_items& waiting, waiting_item given, instant at)
{
    const std::string& recipient = given.recipient.id;
    while (all.told.left.contains(digest_key(recipient, at)))
        at = digest_after(w.days, at, w.now, given.item.due);
    auto& told = given.on_its_way.told;
    told.rule = given.item.rule;
    told.resource = given.item.resource;
    told.subject = given.item.id;
    told.round = given.item.round;
    told.recipient = recipient;
    told.due = given.item.due;
    told.matter = given.item.matter;
    given.on_its_way.message = digest_key(recipient, at);
    given.on_its_way.due = at;
    given.item.plan = w.head.id;
    given.item.place = w.place;
    waiting.push_back(std::move(given));
}

void put_notice(rehearsal& all, const world& w, waiting_items& waiting, const notice& n)
{
    foretold item;
    item.rule = n.name;
    item.resource = n.resource;
    item.id = n.subject;
    item.round = n.round;
    item.due = n.due;
    item.title = title_of(w, {n.resource, n.subject});
    item.agency = agency_name_of(w, {n.resource, n.subject});
    put(all, w, waiting, {{}, std::move(item), n.recipient}, digest_by(w.days, w.now, n.due));
}

std::string name_of(const world& w, const std::string& user)
{
    for (const appointment& post : w.posts)
        if (post.user.id == user) return post.user.name;
    return {};
}

void put_reminder(rehearsal& all, const world& w, waiting_items& waiting, const open_item& of,
                  const reminder& r)
{
    if (!all.told.notices.insert(r.unique_key).second) return;
    foretold item;
    item.rule = r.rule;
    item.resource = r.resource;
    item.id = r.id;
    item.round = r.round;
    item.due = r.due;
    item.moved_from = r.moved_from;
    item.title = of.title;
    item.agency = of.agency;
    item.matter = of.matter;
    waiting_item mine{{}, std::move(item), {r.recipient, name_of(w, r.recipient)}};
    mine.on_its_way.told.key = r.unique_key;
    put(all, w, waiting, std::move(mine), morning_of(r, w.days, w.now));
}

void look_at_ladder(rehearsal& all, const world& w, waiting_items& waiting)
{
    for (const open_item& item : open_items(*all.outside.catalog, w))
        for (const reminder& r : latest_step(item, w.days, w.rules.ladder, w.now))
            put_reminder(all, w, waiting, item, r);
}

// What is dropped may be told again, should it be owed again.
void drop(rehearsal& all, const std::string& key, std::string_view why)
{
    if (const auto at = all.stored.find(key); at != all.stored.end()) at->second.dropped = why;
    all.told.notices.erase(key);
}

// One thing stands in a message once.
void join(rehearsal& all, const world& w, const waiting_item& leaving)
{
    auto& message = all.messages[leaving.on_its_way.message];
    message.key = leaving.on_its_way.message;
    message.recipient = leaving.recipient;
    message.due = leaving.on_its_way.due;
    message.zone = w.days.zone();
    const auto same =
        std::find_if(message.items.begin(), message.items.end(), [&](const foretold& item) {
            return item.resource == leaving.item.resource && item.id == leaving.item.id;
        });
    if (same == message.items.end()) {
        message.items.push_back(leaving.item);
    } else if (outweighs(leaving.item.rule, same->rule)) {
        drop(all, same->key, dropped::twice);
        *same = leaving.item;
    } else {
        drop(all, leaving.item.key, dropped::twice);
    }
}

// Everything whose time has come leaves, if it is still owed.
void send_due(rehearsal& all, const world& w, waiting_items& waiting)
{
    for (waiting_item& each : waiting) {
        if (each.on_its_way.due > w.now) continue;
        const owed_now owed = look_again(*all.outside.catalog, w, each.on_its_way.told);
        each.item.key = each.on_its_way.told.key;
        if (!owed.dropped.empty()) {
            drop(all, each.item.key, owed.dropped);
            continue;
        }
        if (const auto at = all.stored.find(each.item.key); at != all.stored.end())
            at->second = owed;
        each.item.why = owed.post.role;
        each.item.post = owed.post.of;
        each.item.matter = owed.matter;
        each.item.due = owed.due;
        join(all, w, each);
    }
    std::erase_if(waiting, [&](const waiting_item& each) { return each.on_its_way.due <= w.now; });
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
                                 const waiting_items& waiting)
{
    std::optional<next_look> next;
    const auto consider = [&](instant at, bool ladder) {
        if (at > w.now && (!next || at < next->at)) next = next_look{at, ladder};
    };
    for (const date day : days_of_change(w)) consider(w.days.at(day, 0, 0), false);
    for (const date day : days_of_ladder(all, c, w))
        consider(w.days.at(day, digest_hour, digest_minute), true);
    for (const waiting_item& each : waiting) consider(each.on_its_way.due, false);
    return next;
}

void set_clock(world& w, const course& c, instant now)
{
    w.now = now;
    w.posts.clear();
    for (const appointment& post : c.posts)
        if (post.holds_on(w.today())) w.posts.push_back(post);
}

// What the ledger holds of it on its way.
waiting_items stored_items(rehearsal& all, const course& c)
{
    waiting_items out;
    for (const waiting_notice& each : c.waiting) {
        foretold item;
        item.rule = each.told.rule;
        item.resource = each.told.resource;
        item.id = each.told.subject;
        out.push_back({each, std::move(item), {each.told.recipient, {}}});
        all.stored[each.told.key];
    }
    return out;
}

void run(rehearsal& all, const course& c)
{
    world w = c.start;
    auto waiting = stored_items(all, c);
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
                     const told_before& told, instant until)
{
    rehearsal all{outside, until, told};
    for (const course& c : courses) run(all, c);
    foretelling out;
    for (auto& [key, message] : all.messages) {
        std::erase_if(message.items, [&](const foretold& i) { return all.stored.contains(i.key); });
        if (!message.items.empty()) out.messages.push_back(std::move(message));
    }
    std::stable_sort(out.messages.begin(), out.messages.end(), [](const auto& a, const auto& b) {
        return std::pair(a.due, a.recipient.id) < std::pair(b.due, b.recipient.id);
    });
    out.stored = std::move(all.stored);
    return out;
}

} // namespace workflow
