#pragma once
// What a row of the sheet is: an action, a section, or one of the things that are passed over.
#include "workflow/matrix_header.hpp"

namespace workflow {

// One row seen through the header.
class row_view {
public:
    row_view(const matrix_header& header, const sheet_row& row) : header_(header), row_(row) {}

    int number() const { return row_.number; }
    const sheet_cell& cell(std::optional<std::size_t> column) const; // a blank one beyond the end
    const sheet_cell& cell(matrix_column which) const { return cell(header_.column(which)); }
    bool has(matrix_column) const;
    std::size_t filled() const; // cells that are not blank
    const sheet_row& raw() const { return row_; }

private:
    const matrix_header& header_;
    const sheet_row& row_;
};

// The text of a section row that names a phase: one text, perhaps beside an enumerator ("I.",
// "A.").
std::string section_text(const row_view&);

// Every filled cell counts on from 1.
bool is_column_numbers(const row_view&);

// "Mengetahui, …", "Kepala Badan …", "NIP. …", "Palangka Raya, 12 Februari 2026", and not as full
// as an action's row.
bool is_signature(const row_view&);

// "Jumlah", "Total".
bool is_total(const row_view&);

} // namespace workflow
