// What follows from a kind's data: the periods of a year, the class of a percentage.
#include "workflow/kinds/kind.hpp"
#include "workflow/days/calendar.hpp"
#include <algorithm>
#include <array>
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

constexpr std::array<std::string_view, 4> type_names{"text", "number", "date", "choice"};

} // namespace

std::vector<std::string> codes_of(const std::vector<coded>& list)
{
    std::vector<std::string> codes;
    for (const auto& each : list) codes.push_back(each.code);
    return codes;
}

const coded* find_coded(const std::vector<coded>& list, std::string_view code)
{
    const auto at =
        std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.code == code; });
    return at == list.end() ? nullptr : &*at;
}

std::vector<std::string> column_types()
{
    return {type_names.begin(), type_names.end()};
}

std::string_view name_of(column_type type)
{
    return type_names[static_cast<std::size_t>(type)];
}

std::optional<column_type> column_type_of(std::string_view name)
{
    const auto at = std::find(type_names.begin(), type_names.end(), name);
    if (at == type_names.end()) return std::nullopt;
    return static_cast<column_type>(at - type_names.begin());
}

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
