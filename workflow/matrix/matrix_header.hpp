#pragma once
// The header of a matrix: which column holds what, in one to three rows.
#include "workflow/matrix/matrix.hpp"
#include "workflow/matrix/matrix_headings.hpp"
#include "workflow/matrix/matrix_merges.hpp"
#include <array>
#include <map>

namespace workflow {

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

// What was done: see achievement_named.
struct achievement_column {
    std::string field;
    std::string period; // its code; empty where the heading and its group name none
    std::size_t at{};
};

struct matrix_header {
    int row{};                // of the sheet
    std::size_t first{};      // of its rows: indices into sheet::rows
    std::size_t first_data{}; // behind its last row
    std::array<std::optional<std::size_t>, matrix_columns_read> at{};
    std::vector<period_columns> periods; // every period of the kind, in its order
    std::vector<own_column> own;         // every one of the kind, in its order
    std::vector<achievement_column> achievements{};
    std::optional<std::size_t> open_target{};   // a target that names no period: "Target 2026"
    std::vector<std::size_t> foreign_periods{}; // that the kind does not have
    std::vector<std::string> names;             // by column, as found; levels parted by " / "
    std::vector<matrix_problem> problems;       // a column given twice
    std::size_t recognised{};
    bool takes_achievement{};

    std::optional<std::size_t> column(matrix_column which) const
    {
        return at[static_cast<std::size_t>(which)];
    }
    void drop(matrix_column which) { at[static_cast<std::size_t>(which)].reset(); }
    // As found, else as this program writes it.
    std::string name(matrix_column) const;
    // By column; empty where the column is not used.
    std::vector<std::string> fields() const;
    bool names_a_period() const; // some target column does
    bool has_targets() const;    // some column is a target's, of whichever period
};

// What a person took columns for, by their index; empty: not used.
using columns_by_hand = std::map<std::size_t, std::string>;
columns_by_hand columns_by_hand_of(const sheet&, const matrix_answers&);

// A, …, Z, AA, …
std::string letter_of(std::size_t column);

// Looks from that row on, below title rows; nothing when no row has a title column and two more
// that are known.
std::optional<matrix_header> find_header(const sheet&, const merged_cells&, const matrix_frame&,
                                         const columns_by_hand& = {});
// The header that begins in this row; nothing when none does.
std::optional<matrix_header> header_at(const sheet&, const merged_cells&, std::size_t row,
                                       const matrix_frame&, const columns_by_hand& = {});

} // namespace workflow
