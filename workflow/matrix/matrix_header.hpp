#pragma once
// The header of a matrix: which column holds what, in the many spellings of offices.
#include "workflow/matrix/matrix.hpp"
#include <array>

namespace workflow {

enum class matrix_column {
    number,
    phase,
    theme,
    title,
    location,
    lead,
    supporting,
    criterion,
    unit,
    budget,
    note,
    measure,
    identity,
};
inline constexpr std::size_t matrix_columns = 13;

// The header as this program writes it: "Penanggung Jawab".
std::string_view heading_of(matrix_column);

// What a column is taken for: the member of an action that it fills ("lead_agency"), `unit`, and
// for each period `target_…`, `unit_…`, `quantity_…` with the period's code.
std::string_view field_of(matrix_column);

struct period_columns {
    std::string code;
    std::optional<std::size_t> target;
    std::optional<std::size_t> unit;     // only where units differ within an action
    std::optional<std::size_t> quantity; // only where it does not follow from the text
};

// A column of the kind's own; its field is its code.
struct own_column {
    std::string code;
    std::optional<std::size_t> at;
};

struct matrix_header {
    int row{};                // of the sheet
    std::size_t first{};      // of its rows: indices into sheet::rows
    std::size_t first_data{}; // behind its last row
    std::array<std::optional<std::size_t>, matrix_columns> at{};
    std::vector<period_columns> periods;  // every period of the kind, in its order
    std::vector<own_column> own;          // every one of the kind, in its order
    std::vector<std::string> names;       // by column, as found
    std::vector<matrix_problem> problems; // a column given twice, a period the kind does not have
    std::size_t recognised{};

    std::optional<std::size_t> column(matrix_column which) const
    {
        return at[static_cast<std::size_t>(which)];
    }
    // As found, else as this program writes it.
    std::string name(matrix_column) const;
    // By column; empty where the column is not used.
    std::vector<std::string> fields() const;
    bool has_targets() const;
};

// Looks below title rows; nothing when no row has a title column and two more that are known.
std::optional<matrix_header> find_header(const sheet&, const matrix_frame&);

// Whether the row would do as a header too, of these columns or of others.
bool looks_like_header(const sheet_row&, const matrix_frame&);

// The period that a heading such as "TARGET TW.2 (Apr-Jun)" or "Triwulan II" names, by its word in
// either language or by its code.
struct named_period {
    std::optional<std::size_t> index; // empty: a period, but none of these
};
std::optional<named_period> period_named(std::string_view heading,
                                         const std::vector<coded>& periods);

} // namespace workflow
