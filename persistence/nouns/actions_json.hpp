#pragma once
// The actions of a draft as JSON text, exactly: what an import needs to be undone.
#include "workflow/things/plan.hpp"

namespace persistence {

std::string json_of(const std::vector<workflow::action>&);
// Throws std::exception when the text is not what `json_of` writes.
std::vector<workflow::action> actions_of(const std::string& json);

} // namespace persistence
