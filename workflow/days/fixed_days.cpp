// One row a day.
#include "workflow/days/fixed_days.hpp"

namespace workflow {

std::vector<holiday> fixed_days_of(int year)
{
    struct row {
        unsigned month, day;
        const char* name;
    };
    // clang-format off
    static constexpr row rows[]{
        { 1,  1, "Tahun Baru Masehi"},
        { 5,  1, "Hari Buruh Internasional"}, // Keppres 24/2013
        { 6,  1, "Hari Lahir Pancasila"},     // Keppres 24/2016
        { 8, 17, "Proklamasi Kemerdekaan"},
        {12, 25, "Kelahiran Yesus Kristus (Natal)"},
    };
    // clang-format on
    std::vector<holiday> days;
    for (const row& r : rows)
        days.push_back(
            {date{std::chrono::year{year}, std::chrono::month{r.month}, std::chrono::day{r.day}},
             "national", r.name});
    return days;
}

bool is_time_for_next_year(date today)
{
    return today.month() >= std::chrono::November;
}

} // namespace workflow
