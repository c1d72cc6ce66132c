#pragma once
// What a row of the sheet is: an action, a part of one, a heading, or something that is left out
// and said.
#include "workflow/matrix/matrix_header.hpp"

namespace workflow {

bool is_blank(const sheet_cell&);
std::size_t filled_cells(const sheet_row&); // that are not blank

// One table of a sheet: its header, and its rows up to where it ends.
struct matrix_table {
    matrix_header header;
    std::size_t end{};  // of its rows: an index into sheet::rows
    bool is_followed{}; // by another table
};

// One row seen through the header.
class row_view {
public:
    // The table may lie in a sheet without merged cells: then `merges` has none.
    row_view(const matrix_header& header, const sheet& page, const merged_cells& merges,
             std::size_t index)
        : header_(header), page_(page), merges_(merges), index_(index)
    {
    }

    int number() const { return raw().number; }
    // A blank one beyond the end.
    const sheet_cell& own(std::optional<std::size_t> column) const;
    // As own(), but a cell merged with those above it, or a target's merged with those of other
    // periods, has their text.
    const sheet_cell& cell(std::optional<std::size_t> column) const;
    const sheet_cell& cell(matrix_column which) const { return cell(header_.column(which)); }
    bool has(matrix_column) const;
    bool has_own(matrix_column which) const { return !is_blank(own(header_.column(which))); }
    // Whether the cell is merged with one in a row above it, of the same table.
    bool is_covered(matrix_column) const;
    // Whether the cell is a target's that stands for several periods.
    bool is_spread(std::optional<std::size_t> column) const;
    std::size_t filled() const { return filled_cells(raw()); }
    const sheet_row& raw() const { return page_.rows[index_]; }
    const matrix_header& header() const { return header_; }

private:
    const merged_area* covering(std::optional<std::size_t> column) const;
    bool is_target(std::size_t column) const;

    const matrix_header& header_;
    const sheet& page_;
    const merged_cells& merges_;
    std::size_t index_;
};

// A subheading stands in the first columns; content of an action stands further right.
bool has_content(const row_view&);

struct sorted_row {
    enum class form {
        blank,
        action,     // or what must be one: its faults are told when it is read
        part,       // a sub-activity of the action above
        heading,    // the header again, column numbers
        section,    // names the phase of the rows below
        subheading, // names none; left out, and may end the phase of the section above
        left_out,   // is no action
        stray,      // has what belongs to an action, and is none
    };
    form is{form::blank};
    std::string phase;    // of a section: its text
    bool ends_phase{};    // of a subheading
    const char* why = ""; // key of the sentence: subheading, left_out, stray
};

// Sorts the rows of one table, from the first below the header to the last, in their order.
class row_sorter {
public:
    row_sorter(const sheet&, const merged_cells&, const matrix_table&, const matrix_frame&);

    sorted_row sort(std::size_t index);
    // Whether some row from here on is an action by number and title.
    bool more_actions(std::size_t index) const { return index <= last_action_; }

private:
    row_view view(std::size_t index) const { return {table_.header, page_, merges_, index}; }
    sorted_row sort_filled(std::size_t index, const row_view&);
    sorted_row sort_below(const row_view&);
    sorted_row sort_unnamed(std::size_t index, const row_view&, bool below);
    sorted_row section_or_subheading(std::size_t index, const row_view&);
    bool stands_before_next_table(std::size_t index) const;

    const sheet& page_;
    const merged_cells& merges_;
    const matrix_table& table_;
    const matrix_frame& frame_;
    std::size_t last_action_{};
    std::string section_form_; // "I", "A", "1", "a" or "" of the last section
    bool below_header_{true};  // no action since the header
    bool blank_since_action_{};
    bool signature_began_{};
    bool other_table_began_{};
};

} // namespace workflow
