#pragma once
// The periods of a kind: days of a plan's years, one after the other without gap or overlap.
#include "definitions/kind_reader.hpp"
#include "workflow/kinds/kind.hpp"

namespace definitions {

inline constexpr int years_max = workflow::plan_years_max;

std::vector<workflow::period_rule> read_periods(const kind_reader&, int years);

} // namespace definitions
