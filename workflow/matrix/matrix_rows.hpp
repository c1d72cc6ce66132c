#pragma once
// What a row of the sheet is: an action, a heading, or something that is left out and said.
#include "workflow/matrix/matrix_header.hpp"

namespace workflow {

bool is_blank(const sheet_cell&);
std::size_t filled_cells(const sheet_row&); // that are not blank

// One row seen through the header.
class row_view {
public:
    row_view(const matrix_header& header, const sheet_row& row) : header_(header), row_(row) {}

    int number() const { return row_.number; }
    const sheet_cell& cell(std::optional<std::size_t> column) const; // a blank one beyond the end
    const sheet_cell& cell(matrix_column which) const { return cell(header_.column(which)); }
    bool has(matrix_column) const;
    std::size_t filled() const { return filled_cells(row_); }
    const sheet_row& raw() const { return row_; }
    const matrix_header& header() const { return header_; }

private:
    const matrix_header& header_;
    const sheet_row& row_;
};

struct sorted_row {
    enum class form {
        blank,
        action,     // or what must be one: its faults are told when it is read
        heading,    // the header again, column numbers
        section,    // names the phase of the rows below
        subheading, // names none; left out, and may end the phase of the section above
        left_out,   // is no action
        stray,      // has what belongs to an action, and is none
    };
    form is{form::blank};
    std::string phase;    // of a section
    bool ends_phase{};    // of a subheading
    const char* why = ""; // key of the sentence: subheading, left_out, stray
};

// Sorts the rows of one sheet, from the first below the header to the last, in their order.
class row_sorter {
public:
    row_sorter(const sheet&, const matrix_header&, const matrix_frame&);

    sorted_row sort(std::size_t index);
    // Whether some row from here on is an action by number and title.
    bool more_actions(std::size_t index) const { return index <= last_action_; }

private:
    sorted_row sort_filled(const row_view&, bool below);
    sorted_row sort_below(const row_view&);
    sorted_row sort_unnamed(const row_view&, bool below);
    sorted_row section_or_subheading(const row_view&);
    bool is_action(const row_view&) const;
    bool repeats_header(const row_view&) const;
    bool is_column_numbers(const row_view&) const;

    const sheet& page_;
    const matrix_header& header_;
    const matrix_frame& frame_;
    std::size_t last_action_{};
    std::string section_form_; // "I", "A", "1", "a" or "" of the last section
    bool below_header_{true};  // no action since the header
    bool blank_since_action_{};
    bool signature_began_{};
    bool other_table_began_{};
};

} // namespace workflow
