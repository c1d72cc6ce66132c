#pragma once
// A percentage as people see it: two decimals at most, and never in another class than the number
// itself. 99.998 is 99.99 where 100 is the next class, not 100. The pages have the same rule
// (web/source/target/shown_percent.ts); tests/data/shown_percents.json holds both together.
#include "workflow/kinds/kind.hpp"

namespace workflow {

double shown_percent(const kind&, double percent);

} // namespace workflow
