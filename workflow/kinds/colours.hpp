#pragma once
// The colours that a class of achievement may have. No colour stands alone: each has a letter, for
// prints in black and white and for who sees no colours, and a word. The pages' style sheet has one
// rule for each code.
#include "workflow/kinds/kind.hpp"
#include <span>

namespace workflow {

struct colour {
    std::string code;   // persisted in kinds, a class of the style sheet
    std::string letter; // no two share one
    bilingual name;
};

std::span<const colour> colours(); // from best to none, as they are used

// Null: no such colour.
const colour* find_colour(std::string_view code);
// Empty where there is none.
std::string letter_of_colour(std::string_view code);

} // namespace workflow
