#pragma once
// Every workflow there is, each as the value that its table makes, in the order in which they are
// listed: what the engine decides by, the pages take their buttons from and the diagrams are drawn
// of. To add one: docs/adding-a-workflow.md.
#include "workflow/table/definition.hpp"
#include "workflow/things/nouns.hpp"
#include <vector>

namespace definitions {
// By which table things of a noun live.
template <class Noun> struct table_of {
    friend workflow::definition answer(table_of);
};

const std::vector<workflow::definition>& catalog();
} // namespace definitions
