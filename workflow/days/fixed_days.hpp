#pragma once
// The national holidays that fall on the same date every year: known also for a year whose decree
// nobody has entered yet. Pure.
#include "workflow/days/calendar.hpp"
#include <vector>

namespace workflow {

// In order of date.
std::vector<holiday> fixed_days_of(int year);

// The first of November: the joint decree for the coming year is out by then, and its first
// deadlines fall in January.
bool is_time_for_next_year(date today);

} // namespace workflow
