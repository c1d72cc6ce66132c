// The ladder, one item at a time.
#include "workflow/reminding/ladder.hpp"
#include <algorithm>
#include <cstdlib>

namespace workflow {

namespace {

const std::vector<std::string>& audience(const open_item& item, int days)
{
    if (days < 0) return item.before;
    return days < item.escalation_days ? item.after : item.long_after;
}

// Steps that became one tell everybody whom one of them would have told.
std::vector<std::string> recipients_of(const open_item& item, const ladder_step& step)
{
    std::vector<std::string> recipients;
    for (int days : step.merged) {
        const auto& people = audience(item, days);
        recipients.insert(recipients.end(), people.begin(), people.end());
    }
    std::sort(recipients.begin(), recipients.end());
    recipients.erase(std::unique(recipients.begin(), recipients.end()), recipients.end());
    return recipients;
}

// The key names the deadline and not the morning: a holiday that is entered late moves a step, and
// nobody is told twice for it. A deadline that moves is a new matter.
std::string key_of(const open_item& item, const std::string& rule, const std::string& recipient)
{
    return rule + '|' + item.what.resource + '/' + item.what.subject + '|' + recipient + '|' +
           iso(item.deadline) + '|' + std::to_string(item.what.round);
}

void append(std::vector<reminder>& reminders, const open_item& item, const ladder_step& step)
{
    const auto rule = rule_name(step.days);
    for (const auto& recipient : recipients_of(item, step)) {
        reminder& r = reminders.emplace_back(item.what, recipient, step.at);
        r.what.key = key_of(item, rule, recipient);
        r.what.rule = rule;
        r.what.due = item.deadline;
        r.what.moved_from = step.moved_from;
        if (const auto at = item.posts.find(recipient); at != item.posts.end())
            r.what.post = at->second;
    }
}

} // namespace

std::vector<ladder_step> steps_of(date deadline, const std::vector<int>& ladder,
                                  const calendar& calendar)
{
    auto sorted = ladder;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    std::vector<ladder_step> steps;
    for (int days : sorted) {
        const date meant = add_days(deadline, days);
        const date day =
            days < 0 ? calendar.back_to_working_day(meant) : calendar.forward_to_working_day(meant);
        if (steps.empty() || steps.back().day != day) steps.emplace_back();
        auto& step = steps.back();
        step.days = days;
        step.day = day;
        step.moved_from = day == meant ? std::nullopt : std::optional{meant};
        step.merged.push_back(days);
        step.at = calendar.at(day, digest_hour, digest_minute);
    }
    return steps;
}

std::vector<reminder> latest_step(const open_item& item, const calendar& calendar,
                                  const std::vector<int>& ladder, instant now)
{
    std::vector<reminder> reminders;
    const auto steps = steps_of(item.deadline, ladder, calendar);
    const auto latest = std::find_if(steps.rbegin(), steps.rend(),
                                     [&](const ladder_step& step) { return step.at <= now; });
    if (latest != steps.rend() && latest->at >= item.since) append(reminders, item, *latest);
    return reminders;
}

instant next_digest(const calendar& calendar, instant now)
{
    const auto on = [&](date day) {
        return calendar.at(calendar.forward_to_working_day(day), digest_hour, digest_minute);
    };
    const date today = calendar.today(now);
    const instant first = on(today);
    return first >= now ? first : on(add_days(today, 1));
}

std::string rule_name(int days)
{
    return (days < 0 ? "H-" : "H+") + std::to_string(std::abs(days));
}

} // namespace workflow
