#pragma once
// Pictures and tables of a definition, drawn from what runs.
#include "workflow/table/definition.hpp"

namespace workflow {

std::string mermaid(const definition&);  // a stateDiagram-v2
std::string dot(const definition&);      // Graphviz; every state is a node of class = its name
std::string markdown(const definition&); // a page: the table and the Mermaid picture
std::string_view name_of(who);           // persisted: secretariat, reviewing_head, …

} // namespace workflow
