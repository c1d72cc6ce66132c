#pragma once
// What an import does with a sheet that was read, the same for both kinds of file.
#include "tests/fuzz/must.hpp"
#include "tests/support/office_frame.hpp"
#include "workflow/matrix/matrix.hpp"

namespace fuzz {

inline void read_as_matrix(const workflow::sheet& page)
{
    using workflow::column_type;
    auto frame = support::office_frame();
    frame.columns = {{"program", "Program", column_type::text, {}, true},
                     {"penerima", "Penerima", column_type::number, {}, false},
                     {"mulai", "Mulai", column_type::day, {}, false},
                     {"dana", "Dana", column_type::choice, {{"apbd", "APBD"}}, false}};
    const auto read = workflow::read_matrix(page, frame);
    must(read.rows.size() <= workflow::matrix_rows_max, "rows within their limit");
    const workflow::told_cells& cells = read.account.cells;
    must(cells.total == cells.used + cells.heading + cells.column_not_used + cells.row_left_out +
                            cells.sheet_not_read,
         "every cell told once");
    static_cast<void>(workflow::sheet_of(read.rows, frame));
}

} // namespace fuzz
