#pragma once
// Which sheets of a workbook are read: the one on top, alone or together with others.
#include "workflow/matrix/matrix_asked.hpp"

namespace workflow {

// In the order in which they are to be read, never none. Those that the answers name; else the
// given one, together with sheets that hold other actions under the same columns (one a phase, one
// an agency). Copies, last year's and instructions are not, and hidden sheets only where an answer
// names them. Asks where a workbook has several; what is left out is a remark.
std::vector<const sheet*> sheets_to_read(const sheet&, const matrix_frame&, const matrix_answers&,
                                         asked_questions&, matrix_reading&);

} // namespace workflow
