// The ladder and the table of notices, asked a second time.
#include "workflow/reminding/still_owed.hpp"
#include "workflow/reminding/gathering.hpp"
#include "workflow/reminding/open_items.hpp"
#include "workflow/step/people.hpp"
#include "workflow/step/tell.hpp"
#include <algorithm>

namespace workflow {
namespace {

owed_now because(std::string_view why)
{
    return {.dropped = why};
}

owed_now look_at_event(const world& w, const stored_notice& told)
{
    notice n;
    n.name = told.rule;
    n.resource = told.resource;
    n.subject = told.subject;
    n.due = told.due;
    if (!is_notice(n.name) || !still_holds(w, n)) return because(dropped::overtaken);
    if (round_of(w, n) != told.round) return because(dropped::round);
    const appointment* post = told_by(w, n, told.recipient);
    if (!post) return because(dropped::post);
    return {.dropped = {}, .post = held_in(w, *post), .due = due_of(w, n)};
}

bool is_latest(const world& w, const open_item& item, const std::string& rule)
{
    std::string latest;
    for (const ladder_step& step : steps_of(item.deadline, w.rules.ladder, w.days))
        if (step.at <= w.now) latest = rule_name(step.days);
    return latest == rule;
}

owed_now look_at_reminder(const std::vector<definition>& catalog, const world& w,
                          const stored_notice& told)
{
    const auto items = open_items(catalog, w);
    const auto item = std::find_if(items.begin(), items.end(), [&](const open_item& each) {
        return each.resource == told.resource && each.id == told.subject;
    });
    if (item == items.end()) return because(dropped::overtaken);
    if (item->round != told.round) return because(dropped::round);
    if (!told.matter.empty() && item->matter != told.matter) return because(dropped::overtaken);
    if (item->deadline != told.due) return because(dropped::deadline);
    if (!is_latest(w, *item, told.rule)) return because(dropped::step);
    const auto owed = latest_step(*item, w.days, w.rules.ladder, w.now);
    const auto mine = std::find_if(
        owed.begin(), owed.end(), [&](const reminder& r) { return r.recipient == told.recipient; });
    if (mine == owed.end()) return because(dropped::post);
    return {.dropped = {},
            .post = item->posts.at(told.recipient),
            .matter = item->matter,
            .due = item->deadline};
}

} // namespace

owed_now look_again(const std::vector<definition>& catalog, const world& w,
                    const stored_notice& told)
{
    return is_reminder(told.rule) ? look_at_reminder(catalog, w, told) : look_at_event(w, told);
}

} // namespace workflow
