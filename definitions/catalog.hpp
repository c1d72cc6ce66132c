#pragma once
// Every workflow there is, each as the value that its table makes, in the order in which they are
// listed: what the engine decides by, the pages take their buttons from and the diagrams are drawn
// of. To add one: docs/adding-a-workflow.md; its line stands in catalog.cpp.
#include "workflow/table/definition.hpp"
#include <vector>

namespace definitions {
const std::vector<workflow::definition>& catalog();
} // namespace definitions
