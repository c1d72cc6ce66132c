#pragma once
// The nation, its 38 provinces and their 514 regencies and cities, with their time zones.
// The table is definitions/regions.csv (see regions.NOTICE); a region is data, never code.
#include "workflow/people/region.hpp"
#include <vector>

namespace definitions {

// Sorted by code, the nation first. Any thread; built once.
const std::vector<workflow::region>& all_regions();

} // namespace definitions
