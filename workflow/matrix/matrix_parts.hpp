#pragma once
// A sub-activity as a line of its action's text: nothing that stands in its row is lost.
#include "workflow/matrix/matrix_rows.hpp"

namespace workflow {

// "Rapat koordinasi: Notulen tersedia (Target TW1: 1; Target TW2: 2; Satuan: rapat)". Of cells in
// columns that are used, and not of those merged with the action's.
std::string text_of_part(const row_view&);

// The step before what it is measured by: "Rapat koordinasi: Notulen tersedia".
std::string text_of_step(const std::string& step, const std::string& criterion);

} // namespace workflow
