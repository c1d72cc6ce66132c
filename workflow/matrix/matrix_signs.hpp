#pragma once
// Rows that offices write between and below the actions, told by their words.
#include "workflow/matrix/matrix_rows.hpp"

namespace workflow {

// An action's row has more than a number and two texts; a signature block has two columns.
inline constexpr std::size_t signature_cells_max = 3;

// "Mengetahui, …", "Kepala Badan …", "NIP. …", "Palangka Raya, 12 Februari 2026", and not as full
// as an action's row.
bool is_signature(const row_view&);

// "Jumlah", "Total" before numbers, and nothing else.
bool is_total(const row_view&);

// The text of a row that may be a heading between the actions: one text, perhaps beside an
// enumerator ("I.", "A."), no further right than the actions' titles. Empty: it is none.
std::string heading_text(const row_view&);

// How a heading is counted: "I", "A", "1", "a", or "" when it is not.
std::string heading_form(const row_view&);

// Whether the text says no more than a phase: "Tahap Deteksi Dini".
bool names_only_phase(std::string_view, const std::vector<coded>& phases);
// Whether it is written in capitals.
bool is_capitals(std::string_view);

} // namespace workflow
