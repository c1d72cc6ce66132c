// Rules are without a year; what they must keep is tried in leap years and common ones.
#include "definitions/kind_periods.hpp"
#include "definitions/kind_words.hpp"
#include "workflow/days/calendar.hpp"
#include <array>

namespace definitions {

using namespace workflow;
using workflow::date; // not the library of that name

namespace {

constexpr std::size_t periods_max = 36; // months of three years
constexpr int offset_days_max = 366;
constexpr std::array years_tried{2024, 2025, 2026, 2027}; // a leap year falls in every place

month_day read_month_day(kind_reader in, int years)
{
    month_day rule;
    rule.month = static_cast<unsigned>(in.member("month").number(1, 12));
    const auto place = in.member("day");
    rule.day = static_cast<unsigned>(place.number(1, 31));
    if (auto later = in.optional_member("years_later")) rule.years_later = later->number(0, years);
    in.expect_no_other_members();
    const date named{std::chrono::year{2024}, std::chrono::month{rule.month},
                     std::chrono::day{rule.day}};
    if (rule.day != 31 && !named.ok()) {
        place.fail("expected a day of that month, found " + std::to_string(rule.day) +
                   "; 31 stands for the last day of any month");
    } else if (rule.month == 2 && rule.day == 29) {
        place.fail_later("expected a day of every year, found 29 February; 31 stands for the last "
                         "day of any month");
    }
    return rule;
}

period_rule read_period(kind_reader& in, int years)
{
    period_rule rule;
    rule.code = in.member("code").text();
    const auto title = in.optional_member("title");
    rule.title = title ? read_bilingual(*title) : bilingual{rule.code, rule.code};
    rule.from = read_month_day(in.member("from"), years);
    rule.to = read_month_day(in.member("to"), years);
    rule.cut_off_days = in.member("cut_off_days").number(-offset_days_max, offset_days_max);
    const auto due = in.member("due_days");
    rule.due_days = due.number(-offset_days_max, offset_days_max);
    const auto lock = in.member("lock_days");
    rule.lock_days = lock.number(-offset_days_max, offset_days_max);
    if (due.is_there() && rule.due_days < rule.cut_off_days)
        due.fail("expected not before cut_off_days, found " + std::to_string(rule.due_days));
    if (lock.is_there() && rule.lock_days < rule.due_days)
        lock.fail("expected not before due_days, found " + std::to_string(rule.lock_days));
    in.expect_no_other_members();
    return rule;
}

// The last of these periods, in one year, beside the one before it. False: something was noted.
bool follows(const std::vector<period>& dated, const kind_reader& entry)
{
    const auto then = entry.mistakes();
    const auto& last = dated.back();
    if (last.to < last.from) {
        entry.fail("expected an end after the beginning, found " + iso(last.from) + " to " +
                   iso(last.to));
    } else if (last.cut_off < last.from) {
        entry.fail("expected a cut-off after the beginning, found " + iso(last.cut_off));
    } else if (dated.size() > 1) {
        const auto& before = dated[dated.size() - 2];
        const date next = add_days(before.to, 1);
        const auto fault = "expected to begin on " + iso(next) + ", the day after " + before.code +
                           " ends, found " + iso(last.from);
        if (last.from < next) entry.fail(fault + ": an overlap");
        if (last.from > next) entry.fail_later(fault + ": a gap");
    }
    return entry.faultless_since(then);
}

// All together are the plan's years, no day less or more.
void expect_whole_years(const std::vector<period>& dated, int years, const kind_reader& in)
{
    using namespace std::chrono;
    const date from = dated.front().from;
    const date end =
        add_days((from.year() + std::chrono::years{years}) / from.month() / from.day(), -1);
    const auto& last = dated.back();
    if (last.to == end) return;
    in.fail_later("expected " + last.code + " to end on " + iso(end) + ", when a plan of " +
                  std::to_string(years) + (years == 1 ? " year" : " years") + " ends, found " +
                  iso(last.to) + (last.to < end ? ": a gap" : ": an overlap"));
}

} // namespace

std::vector<period_rule> read_periods(const kind_reader& in, int years)
{
    kind so_far;
    const auto then = in.mistakes();
    bool is_clear = true; // what an entry's dates are: otherwise nothing follows from them
    in.each(1, periods_max, [&](kind_reader& entry) {
        const bool was_clear = is_clear;
        const auto before = entry.mistakes();
        const auto rule = read_period(entry, years);
        is_clear = entry.faultless_since(before);
        for (const auto& other : so_far.periods)
            if (other.code == rule.code && !rule.code.empty())
                entry.fail("named twice: " + rule.code);
        so_far.periods.push_back(rule);
        if (so_far.periods.size() == 1 && rule.from.years_later > 0)
            entry.fail_later("expected to begin in the plan's first year, found years_later " +
                             std::to_string(rule.from.years_later));
        if (!is_clear || !was_clear) return;
        for (int year : years_tried)
            if (!follows(periods_of(so_far, year), entry)) return;
    });
    if (!in.faultless_since(then) || so_far.periods.empty()) return so_far.periods;
    for (int year : years_tried) {
        expect_whole_years(periods_of(so_far, year), years, in);
        if (!in.faultless_since(then)) break;
    }
    return so_far.periods;
}

} // namespace definitions
