// The ladder and the table of notices, asked a second time.
#include "workflow/reminding/still_owed.hpp"
#include "workflow/reminding/gathering.hpp"
#include "workflow/reminding/open_items.hpp"
#include "workflow/step/people.hpp"
#include "workflow/step/tell.hpp"
#include <algorithm>

namespace workflow {
namespace {

// Each leaves in what is told how it is told now, and returns why it is not.
std::string_view look_at_event(const world& w, told& what, const std::string& recipient)
{
    notice n;
    n.name = what.rule;
    n.resource = what.resource;
    n.subject = what.subject;
    n.due = what.due;
    if (!is_notice(n.name) || !still_holds(w, n)) return dropped::overtaken;
    if (round_of(w, n) != what.round) return dropped::round;
    const appointment* post = told_by(w, n, recipient);
    if (!post) return dropped::post;
    what.post = held_in(w, *post);
    what.due = due_of(w, n);
    return {};
}

// What was stored is in one language; the title of then stays, where it has been renamed since.
void take_words(const world& w, told& what)
{
    told now = told_about(w, {what.resource, what.subject});
    what.kind = std::move(now.kind);
    what.kind_version = now.kind_version;
    what.kind_title = std::move(now.kind_title);
    what.silence_consents = now.silence_consents;
    if (now.title.id == what.title.id) what.title = std::move(now.title);
}

bool is_latest(const world& w, const open_item& item, const std::string& rule)
{
    std::string latest;
    for (const ladder_step& step : steps_of(item.deadline, w.rules.ladder, w.days))
        if (step.at <= w.now) latest = rule_name(step.days);
    return latest == rule;
}

std::string_view look_at_reminder(const std::vector<definition>& catalog, const world& w,
                                  told& what, const std::string& recipient)
{
    const auto items = open_items(catalog, w);
    const auto item = std::find_if(items.begin(), items.end(), [&](const open_item& each) {
        return each.what.resource == what.resource && each.what.subject == what.subject;
    });
    if (item == items.end()) return dropped::overtaken;
    if (item->what.round != what.round) return dropped::round;
    // Of old reminders it is not known what they waited for.
    if (!what.matter.empty() && item->what.matter != what.matter) return dropped::overtaken;
    if (item->deadline != what.due) return dropped::deadline;
    if (!is_latest(w, *item, what.rule)) return dropped::step;
    const auto owed = latest_step(*item, w.days, w.rules.ladder, w.now);
    const auto mine = std::find_if(owed.begin(), owed.end(),
                                   [&](const reminder& r) { return r.recipient == recipient; });
    if (mine == owed.end()) return dropped::post;
    what.post = mine->what.post;
    what.matter = mine->what.matter;
    return {};
}

} // namespace

told look_again(const std::vector<definition>& catalog, const world& w, told stored,
                const std::string& recipient)
{
    take_words(w, stored);
    stored.dropped = is_reminder(stored.rule) ? look_at_reminder(catalog, w, stored, recipient)
                                              : look_at_event(w, stored, recipient);
    return stored;
}

} // namespace workflow
