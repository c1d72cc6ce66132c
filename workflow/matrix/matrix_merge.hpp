#pragma once
// What a row of a sheet changes in the action that it is. Pure.
#include "workflow/matrix/matrix.hpp"
#include "workflow/things/plan.hpp"

namespace workflow {

// Only what the sheet has columns for changes; a quantity or unit whose column is missing stays
// with the target, and so does what identifies it.
action merged_action(const action& before, action fresh, const matrix_reading&,
                     const matrix_frame&);

} // namespace workflow
