#pragma once
// The public holidays and joint leave that are known when the binary is built: what an installation
// begins with. In service a calendar is edited by administrators, since decrees change it.
#include "workflow/days/calendar.hpp"
#include <vector>

namespace definitions {

// The built-in years' days off in order of date; empty for a year that is not built in.
std::vector<workflow::holiday> holidays_of(int year);

// In order.
std::vector<int> years_with_holidays();

} // namespace definitions
