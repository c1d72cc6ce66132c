#pragma once
// The office's spreadsheet: the matrix (matriks) of a plan as people keep it, one row per action.
// Pure: a sheet comes in as cells, whatever file it was read from, and goes out as cells.
//
// How a sheet is read
// - The header is found below any title rows, in one row or two (`Target` above one column a
// period), in
//   many spellings; columns nobody knows are left alone. Only the title column must be there.
// - A row is an action when it has a number and a title, whatever else is in it. A number without a
//   title, a title without a number, and content without either are problems: none is guessed.
// - A section row (`I. DETEKSI DINI`) sets the phase of the rows below it whose own phase is
//   empty; so does the row above (cells merged downwards).
// - Nothing vanishes: each cell that is not blank is counted as used, heading (titles, the header
//   and its repetitions, column numbers, sections), in a column that is not used, or in a row that
//   is left out, which is listed with the reason (totals, the signature block, a number alone).
//   A row of data that is left out, and a sheet without any period's column, are problems.
// - A target cell: empty or a dash = no target; a number in Indonesian notation (`1.000` thousand,
//   `75,5` decimal, `100%` = 100) = text and quantity; with a letter in it = text only ("nihil"
//   too); anything else (`75.5`, `3-5`), and `1,000`, which may be a thousand or one, = a problem.
//   Native numbers of a workbook are taken as they are.
// - The lead agency may be empty (completeness is judged at submit), but not unknown. Supporting
//   agencies are parted by `;` and line breaks, never by commas, which names may contain.
// - A column of the kind's own is known by its word in either language or by its code, before any
//   spelling of a fixed one; its cells are read as matrix_own_columns.hpp says.
// - Texts lose outer white space and control characters; line breaks become "\n".
#include "workflow/kinds/column_value.hpp"
#include "workflow/kinds/kind.hpp"
#include "workflow/people/person.hpp"
#include "workflow/words/error.hpp"
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace workflow {

inline constexpr std::size_t matrix_rows_max = 500;             // actions in one sheet
inline constexpr std::size_t matrix_text_characters_max = 2000; // Unicode characters in one cell
inline constexpr int matrix_number_max = 9999;                  // the number of an action
inline constexpr std::size_t matrix_problems_max = 200;         // told at once

struct sheet_cell {
    std::string text;             // as shown to the reader; numbers in Indonesian notation
    std::optional<double> number; // of a numeric cell of a workbook
    bool error{};                 // #REF! and its like
};
struct sheet_row {
    int number{}; // as the spreadsheet program shows it, from 1
    std::vector<sheet_cell> cells;
};
struct sheet {
    std::string name;
    std::vector<sheet_row> rows; // ascending; rows without cells may be missing
    bool hidden{};
    std::vector<sheet> others; // of the same workbook: not to be read, but to be told of
};

struct matrix_target {
    std::string period; // its code
    std::string text;   // the cell as written
    std::optional<double> quantity;
    std::string unit;
    friend bool operator==(const matrix_target&, const matrix_target&) = default;
};

struct matrix_row {
    int sheet_row{};
    std::string id; // of the action, where the sheet has it
    int number{};
    std::string phase; // its code, as the kind has it
    std::string theme;
    std::string title;
    std::string location;
    std::string lead_text;             // as written
    std::string lead_agency_id;        // empty only where the cell is empty
    std::vector<reference> supporting; // id empty: a name that no agency of the region has
    std::string success_criterion;
    std::string budget_source;
    std::string note;
    bool mandatory{};
    std::string measure{"cumulative"};  // cumulative, period
    std::vector<matrix_target> targets; // in the kind's order of periods
    column_values columns{};            // of the kind's own
};

struct matrix_problem {
    int row{};
    std::string column; // the header's text as found
    sentence detail;
};

// What became of a workbook, sheet by sheet, column by column and row by row.
struct told_sheet {
    std::string name;
    bool is_read{}, is_hidden{};
    int header_row{}; // 0: not read, or none found
    std::size_t cells{};
};
struct told_column {
    std::string letter;  // as the spreadsheet program names it
    std::string heading; // as found; empty where the column has none
    std::string field;   // what it was taken for; empty: it is not used
    std::size_t cells{}; // in rows of actions
};
struct told_row {
    int row{};
    std::string text; // of its first cell, shortened to a line
    std::size_t cells{};
    sentence why;
};
// Cells that are not blank. total = the sum of the others, of the sheets that are not hidden.
struct told_cells {
    std::size_t total{}, used{}, heading{}, column_not_used{}, row_left_out{}, sheet_not_read{};
};
struct matrix_account {
    std::vector<told_sheet> sheets;
    std::vector<told_column> columns;
    std::vector<told_row> left_out;
    told_cells cells;
};

struct matrix_reading {
    std::vector<matrix_row> rows;
    std::vector<matrix_problem> problems; // in order of row; rows are of use only when it is empty
    std::set<std::string> fields;         // what the sheet has columns for: see matrix_header.hpp
    matrix_account account;
};

// What a matrix is read against: the plan's region, and what its kind calls its own. Sheets name a
// period or a phase by its word in either language or by its code.
struct matrix_frame {
    std::vector<agency> agencies; // id, name and short_name are looked at
    std::vector<coded> periods;
    std::vector<coded> phases;
    std::vector<matrix_column_rule> columns{}; // beyond the fixed ones
};

// Without agencies.
matrix_frame frame_of(const kind&);

// Never throws on content: what is wrong is a problem with row and column.
matrix_reading read_matrix(const sheet&, const matrix_frame&);

// Whether some row looks like a matrix's header (to choose among the sheets of a workbook).
bool has_matrix_header(const sheet&);

// The sheet that reads back as the same rows (sheet_row aside): the office's columns, those of the
// kind's own before the periods, and `Cara hitung`; `Satuan …` and `Kuantitas …` of each period
// beside them only where units differ within an action or a quantity does not follow from its text;
// `ID` where a row has one. Periods and phases stand in the frame's Indonesian words. `number` is
// set on cells to be written as numbers. Exact for rows whose texts have the form described above
// and whose lead_text names an agency.
sheet sheet_of(const std::vector<matrix_row>&, const matrix_frame&);

} // namespace workflow
