#pragma once
// The cells of a spreadsheet file, whatever it was read from.
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace workflow {

// What a workbook says of a cell beside its text.
enum class cell_form {
    plain,
    dated,          // its text is the date as displayed, whatever was typed ("3-4" is April 3rd)
    truth,          // TRUE, FALSE
    not_calculated, // a formula without a value: no program has opened the file
};
struct sheet_cell {
    std::string text;               // as shown to the reader; numbers in Indonesian notation
    std::optional<double> number{}; // of a numeric cell of a workbook, as displayed: 75,5 % is 75.5
    bool error{};                   // #REF! and its like
    bool struck{};                  // the whole text is struck through
    cell_form form{cell_form::plain};
};
struct sheet_row {
    int number{}; // as the spreadsheet program shows it, from 1
    std::vector<sheet_cell> cells;
    bool hidden{};
};
// Cells shown as one; the text stands in the first. Rows as the spreadsheet program numbers them,
// columns as indices into sheet_row::cells; both ends belong to it.
struct merged_area {
    int first_row{}, last_row{};
    std::size_t first_column{}, last_column{};
};
struct sheet {
    std::string name;
    std::vector<sheet_row> rows; // ascending; rows without cells may be missing
    bool hidden{};
    std::vector<sheet> others{}; // of the same workbook, in its order
    std::vector<merged_area> merged{};
    std::set<std::size_t> hidden_columns{};
    bool active{};       // the one on top when the workbook is opened
    std::size_t place{}; // among the sheets of its workbook, from 0
};

} // namespace workflow
