// Tells the rows of actions from what offices write between and below them.
#include "workflow/matrix/matrix_rows.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_signs.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include "workflow/matrix/matrix_words.hpp"
#include <algorithm>

namespace workflow {

namespace {

using form = sorted_row::form;
constexpr int column_numbers_min = 3;

bool has_number(const row_view& row)
{
    return action_number_in(row.cell(matrix_column::number)).has_value();
}

// A subheading stands in the first columns; content of an action stands further right.
bool has_content(const row_view& row)
{
    using enum matrix_column;
    for (const auto& period : row.header().periods)
        if (!is_blank(row.cell(period.target))) return true;
    for (const auto& own : row.header().own)
        if (!is_blank(row.cell(own.at))) return true;
    for (const auto which : {location, lead, supporting, criterion, unit, budget, note})
        if (row.has(which)) return true;
    return false;
}

sorted_row left_out(const char* why)
{
    return {form::left_out, {}, {}, why};
}

sorted_row stray(const char* why)
{
    return {form::stray, {}, {}, why};
}

} // namespace

bool is_blank(const sheet_cell& cell)
{
    return !cell.error && !cell.number && tidy_text(cell.text).empty();
}

std::size_t filled_cells(const sheet_row& row)
{
    return static_cast<std::size_t>(std::count_if(
        row.cells.begin(), row.cells.end(), [](const auto& each) { return !is_blank(each); }));
}

const sheet_cell& row_view::cell(std::optional<std::size_t> column) const
{
    static const sheet_cell none;
    return column && *column < row_.cells.size() ? row_.cells[*column] : none;
}

bool row_view::has(matrix_column which) const
{
    return !is_blank(cell(which));
}

// Below the last action, rows are not a reason to refuse: the signature block is there.
row_sorter::row_sorter(const sheet& page, const matrix_header& header, const matrix_frame& frame)
    : page_(page), header_(header), frame_(frame)
{
    for (std::size_t index = header.first_data; index < page.rows.size(); ++index)
        if (is_action({header, page.rows[index]})) last_action_ = index;
}

sorted_row row_sorter::sort(std::size_t index)
{
    const row_view row(header_, page_.rows[index]);
    if (row.filled() == 0) {
        blank_since_action_ = true;
        return {};
    }
    // Rows that are not there at all are blank ones too.
    if (index > 0 && page_.rows[index - 1].number + 1 < row.number()) blank_since_action_ = true;
    const sorted_row found = sort_filled(row, index > last_action_);
    if (found.is == form::action) blank_since_action_ = below_header_ = false;
    return found;
}

sorted_row row_sorter::sort_filled(const row_view& row, bool below)
{
    if (other_table_began_) return left_out("matrix_header_again");
    if (repeats_header(row)) {
        below_header_ = true;
        return {form::heading, {}, {}, ""};
    }
    if (below_header_ && is_column_numbers(row)) return {form::heading, {}, {}, ""};
    if (is_action(row)) return {form::action, {}, {}, ""};
    if (const auto heading = section_or_subheading(row); heading.is == form::section)
        return heading;
    if (below && !signature_began_ && is_signature(row)) signature_began_ = true;
    if (below && signature_began_) return sort_below(row);
    if (is_total(row)) return left_out("matrix_left_total");
    if (looks_like_header(row.raw(), frame_)) {
        other_table_began_ = true;
        return stray("matrix_header_again");
    }
    return sort_unnamed(row, below);
}

sorted_row row_sorter::sort_below(const row_view& row)
{
    if (row.filled() > signature_cells_max && has_content(row)) return stray("matrix_row_stray");
    return left_out("matrix_left_signature");
}

// Neither an action by number and title nor one of the words that offices write between them.
sorted_row row_sorter::sort_unnamed(const row_view& row, bool below)
{
    if (row.has(matrix_column::title)) return {form::action, {}, {}, ""};
    if (has_number(row)) {
        const bool is_form = row.filled() == 1 || (below && !has_content(row));
        if (is_form) return left_out("matrix_left_number");
        return {form::action, {}, {}, ""};
    }
    if (const auto heading = section_or_subheading(row); heading.is == form::subheading)
        return heading;
    if (below && blank_since_action_ && !has_content(row)) return left_out("matrix_left_below");
    return stray("matrix_row_stray");
}

sorted_row row_sorter::section_or_subheading(const row_view& row)
{
    const std::string text = heading_text(row);
    if (text.empty()) return {};
    const std::string counted = heading_form(row);
    const bool could_be_title = row.has(matrix_column::title) &&
                                !names_only_phase(text, frame_.phases) && !is_capitals(text) &&
                                (counted.empty() || counted == "a");
    const auto phase = could_be_title ? std::nullopt : phase_named(text, frame_.phases);
    if (!phase) {
        const bool same = section_form_.empty() || section_form_ == counted;
        return {form::subheading, {}, same, "matrix_left_subheading"};
    }
    section_form_ = counted;
    return {form::section, *phase, {}, ""};
}

// By number and title, whatever its other cells are like; "1 | DETEKSI DINI" is a section.
bool row_sorter::is_action(const row_view& row) const
{
    if (!has_number(row) || !row.has(matrix_column::title)) return false;
    const std::string heading = heading_text(row);
    return heading.empty() || !names_only_phase(heading, frame_.phases) ||
           !phase_named(heading, frame_.phases).has_value();
}

// Each of its texts is that of the same column of the header.
bool row_sorter::repeats_header(const row_view& row) const
{
    const auto& cells = row.raw().cells;
    for (std::size_t index = header_.first; index < header_.first_data; ++index) {
        const auto& heading = page_.rows[index].cells;
        bool same = true;
        for (std::size_t column = 0; same && column < cells.size(); ++column)
            same = is_blank(cells[column]) ||
                   (column < heading.size() &&
                    spelling_key(heading[column].text) == spelling_key(cells[column].text));
        if (same) return true;
    }
    return false;
}

// Every filled cell counts on from 1, and the first is that of the header's first column.
bool row_sorter::is_column_numbers(const row_view& row) const
{
    const auto& names = header_.names;
    const auto first = std::find_if(names.begin(), names.end(),
                                    [](const std::string& name) { return !name.empty(); });
    const auto& cells = row.raw().cells;
    const auto column = static_cast<std::size_t>(first - names.begin());
    if (column >= cells.size() || is_blank(cells[column])) return false;
    int next = 1;
    for (const auto& cell : cells) {
        if (is_blank(cell)) continue;
        sheet_cell bare = cell;
        bare.text = tidy_text(bare.text);
        if (bare.text.starts_with('(')) bare.text.erase(0, 1);
        if (action_number_in(bare) != next) return false;
        ++next;
    }
    return next > column_numbers_min;
}

} // namespace workflow
