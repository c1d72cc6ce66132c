#pragma once
// Every workflow there is. To add one: write its table, add a line here, run
// `rampung describe --write definitions`.
#include "workflow/table/definition.hpp"
#include <vector>

namespace definitions {
const std::vector<workflow::definition>& catalog();
} // namespace definitions
