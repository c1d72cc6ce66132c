#pragma once
// The numbers of actions, where the office's cannot stay.
#include "workflow/matrix/matrix.hpp"

namespace workflow {

// Where each row has a number of its own, nothing changes. A missing one is that after the row
// above, if it is free; else, and where numbers restart, all are numbered anew in their order. What
// was done is a remark. A number that is not sure is 0.
void give_numbers(matrix_reading&);

} // namespace workflow
