#pragma once
// Actions as rows of the office's sheet, and back. Pure.
#include "workflow/matrix/matrix.hpp"
#include "workflow/things/plan.hpp"

namespace workflow {

// In the order given; targets in the order of the periods.
std::vector<matrix_row> rows_of(const std::vector<action>&,
                                const std::vector<std::string>& periods);

// Without ids and without version. The lead agency has the name it has in the list.
action action_of(const matrix_row&, const std::vector<agency>&);

} // namespace workflow
