#pragma once
// Which tables a sheet has, and the rows that are known by their form alone.
#include "workflow/matrix/matrix_rows.hpp"

namespace workflow {

// In their order; none when the sheet has no header. A further table begins where rows of data are
// followed by a header with other columns, and with one of a lead agency or a target: "Daftar
// singkatan" is none.
std::vector<matrix_table> tables_of(const sheet&, const merged_cells&, const matrix_frame&,
                                    const columns_by_hand&);

// By number and title, whatever its other cells are like; "1 | DETEKSI DINI" is a section. A number
// in letters or Roman ones counts where the row has more than a title.
bool is_action_row(const row_view&, const matrix_frame&);
bool has_number(const row_view&);
// Each of its texts is that of the same column of the header.
bool repeats_header(const row_view&, const sheet&);
// Every filled cell counts on from 1, and the first is that of the header's first column.
bool is_column_numbers(const row_view&);

} // namespace workflow
