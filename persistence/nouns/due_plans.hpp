#pragma once
// Which plans a sweep should look at: those in which time alone may have made something due.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include <string>
#include <vector>

namespace persistence {

// Plans in force with planned targets whose period has begun or open ones whose end has passed,
// and plans in review with a review past its due date. A cheap superset: `today` is the civil date
// in the zone that is furthest ahead. By id.
std::vector<std::string> due_plans(unit_of_work&, const workflow::kind_registry&,
                                   workflow::date today);

} // namespace persistence
