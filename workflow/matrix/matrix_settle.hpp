#pragma once
// What a header leaves open, settled before its rows are read: which period a target of the year is
// for, columns of periods that the kind does not have, columns that only some tables need.
#include "workflow/matrix/matrix_asked.hpp"
#include "workflow/matrix/matrix_rows.hpp"

namespace workflow {

struct settled_by {
    const sheet& page;
    const merged_cells& merges;
    const matrix_frame& frame;
    const columns_by_hand& by_hand;
};

void settle_columns(matrix_table&, const settled_by&, asked_questions&, matrix_reading&);

} // namespace workflow
