#pragma once
// The target cells of a sheet, with what is said of each.
//
//     number_styles_seen styles;                          // of every target cell without quantity
//     target_reader targets(styles);                      // beside it
//     const told_target told = targets.read(period.code, cell, unit); // row by row, from the top
#include "workflow/matrix/matrix_numbers.hpp"
#include <map>

namespace workflow {

struct told_target {
    std::optional<matrix_target> target; // none where the cell says nothing
    std::optional<sentence> problem;
    std::vector<sentence> remarks;
};

class target_reader {
public:
    explicit target_reader(const number_styles_seen& styles) : styles_(styles) {}

    // `unit` is what the row's columns of units say; where that is nothing, the cell's own is
    // taken. "sda" and its like have the text and the quantity of the target above.
    told_target read(const std::string& period, const sheet_cell&, const std::string& unit);
    // Where a column of its own states the quantity, the text is a text.
    told_target read_stated(const std::string& period, const std::string& text,
                            const sheet_cell& quantity, const std::string& unit);

private:
    void copy_above(const std::string& written, told_target&);

    number_styles_seen styles_;
    std::map<std::string, matrix_target> above_; // by period
};

} // namespace workflow
