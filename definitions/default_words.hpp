#pragma once
// What the bare codes of kinds mean that have no words of their own: those of the first kinds,
// which were written before a kind could say them, and whose files never change again.
#include "workflow/kinds/kind.hpp"
#include <string_view>
#include <vector>

namespace definitions {

enum class dictionary { phase, role, evidence_kind };

// Null where no dictionary has the code: a kind then has to say it itself.
const workflow::coded* find_default(dictionary, std::string_view code);

// All that it has.
const std::vector<workflow::coded>& defaults(dictionary);

// The kinds of file that a regional office keeps of an activity, in the order of its forms.
const std::vector<workflow::coded>& usual_evidence_kinds();

} // namespace definitions
