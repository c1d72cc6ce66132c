#pragma once
// What commands do to a target and its rounds, each beside what the history tells of it.
#include "workflow/things/thing.hpp"

namespace workflow {

std::vector<effect_row> target_effects();

} // namespace workflow
