#pragma once
// The columns that a kind of plan has of its own: their headings, and what their cells mean.
#include "workflow/matrix/matrix.hpp"

namespace workflow {

// Which of the columns a heading means: by its Indonesian word, by its code or by its English word.
std::optional<std::size_t> own_column_named(std::string_view heading,
                                            const std::vector<matrix_column_rule>&);

// At most one of the two; neither where the cell is empty or, but for texts, has a dash.
struct own_cell {
    std::optional<column_value> value;
    std::optional<sentence> wrong;
};

// text: as written. number: in Indonesian notation, not below zero. date: 2026-12-01, 1/12/2026
// (also with - or .; the day is first), 1 Desember 2026, 1 Dec 2026. choice: its word in either
// language or its code. Spellings are compared as everywhere in a matrix. Precondition: no `error`.
own_cell own_value_in(const sheet_cell&, const matrix_column_rule&);

// A cell that reads back as the value: a choice in its Indonesian word. Empty where there is none.
sheet_cell own_value_as_written(const column_values&, const matrix_column_rule&);

} // namespace workflow
