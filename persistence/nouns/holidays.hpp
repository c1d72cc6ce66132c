#pragma once
// Days off as administrators keep them, a year and a region at a time; the nation's have no region.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/days/calendar.hpp"
#include "workflow/people/person.hpp"
#include "workflow/words/error.hpp"
#include <vector>

namespace persistence {

struct holiday_year {
    std::int64_t version{1};              // 1: nothing was ever entered
    std::vector<workflow::holiday> items; // by day
};

holiday_year get_holidays(unit_of_work&, int year, const std::string& region);

struct new_holidays {
    int year{};
    std::string region; // empty: the nation's
    std::vector<workflow::holiday> items;
    std::int64_t version{}; // that was read
};
// Replaces the year. Refusals: forbidden, invalid (unknown region, day of another year or twice,
// kind of the other list), stale.
workflow::result<holiday_year> put_holidays(unit_of_work&, const workflow::principal&,
                                            const new_holidays&);
// The known holidays of a year in which nothing was entered yet; false: something was.
bool seed_holidays(unit_of_work&, int year, const std::vector<workflow::holiday>&);

} // namespace persistence
