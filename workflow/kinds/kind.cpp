// What follows from a kind's data: the periods of a year, the class of a percentage.
#include "workflow/kinds/kind.hpp"
#include "workflow/days/calendar.hpp"
#include <cmath>

namespace workflow {

namespace {

date day_in(const month_day& rule, int year)
{
    using namespace std::chrono;
    const std::chrono::year y{year + rule.years_later};
    const date last = y / month{rule.month} / std::chrono::last;
    const date named = y / month{rule.month} / day{rule.day};
    return named.ok() ? named : last;
}

} // namespace

std::vector<period> periods_of(const kind& kind, int year)
{
    std::vector<period> periods;
    for (const auto& rule : kind.periods) {
        const date to = day_in(rule.to, year);
        periods.push_back({.code = rule.code,
                           .from = day_in(rule.from, year),
                           .to = to,
                           .cut_off = add_days(to, rule.cut_off_days),
                           .due = add_days(to, rule.due_days),
                           .lock = add_days(to, rule.lock_days)});
    }
    return periods;
}

const achievement_class* class_of(const kind& kind, double percent)
{
    if (kind.classes.empty()) return nullptr;
    if (std::isnan(percent)) return &kind.classes.back();
    for (const auto& scale : kind.classes) {
        if (!scale.from) return &scale;
        if (scale.above ? percent > *scale.from : percent >= *scale.from) return &scale;
    }
    return &kind.classes.back();
}

} // namespace workflow
