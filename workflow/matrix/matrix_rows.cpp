// Tells the rows of actions from what offices write between and below them.
#include "workflow/matrix/matrix_rows.hpp"
#include "workflow/matrix/matrix_layout.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_phases.hpp"
#include "workflow/matrix/matrix_signs.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>

namespace workflow {

namespace {

using form = sorted_row::form;

sorted_row left_out(const char* why)
{
    return {form::left_out, {}, {}, why};
}

sorted_row stray(const char* why)
{
    return {form::stray, {}, {}, why};
}

sorted_row plain(form is)
{
    return {is, {}, {}, ""};
}

// Rows below an action's number or title that is merged over them.
bool is_part_by_merge(const row_view& row)
{
    using enum matrix_column;
    if (has_number(row)) return false;
    return row.is_covered(number) || (row.is_covered(title) && !row.has_own(title));
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

const sheet_cell& row_view::own(std::optional<std::size_t> column) const
{
    static const sheet_cell none;
    const auto& cells = raw().cells;
    return column && *column < cells.size() ? cells[*column] : none;
}

const sheet_cell& row_view::cell(std::optional<std::size_t> column) const
{
    const sheet_cell& found = own(column);
    if (!is_blank(found)) return found;
    const merged_area* area = covering(column);
    if (!area) return found;
    const bool is_same = area->first_column == *column;
    const bool is_fill = is_same || (is_target(*column) && is_target(area->first_column));
    return is_fill ? merges_.first_cell(*area) : found;
}

bool row_view::has(matrix_column which) const
{
    return !is_blank(cell(which));
}

bool row_view::is_covered(matrix_column which) const
{
    const merged_area* area = covering(header_.column(which));
    return area && area->first_row < number();
}

bool row_view::is_spread(std::optional<std::size_t> column) const
{
    if (!column) return false;
    const merged_area* area = merges_.at(index_, *column);
    return area && area->last_column > area->first_column && is_target(area->first_column) &&
           is_target(*column);
}

// What is merged with the header is none of the data's.
const merged_area* row_view::covering(std::optional<std::size_t> column) const
{
    if (!column) return nullptr;
    const merged_area* area = merges_.covering(index_, *column);
    const int last_of_header = page_.rows[header_.first_data - 1].number;
    return area && area->first_row > last_of_header ? area : nullptr;
}

bool row_view::is_target(std::size_t column) const
{
    return std::any_of(
        header_.periods.begin(), header_.periods.end(),
        [&](const period_columns& each) { return each.target == std::optional(column); });
}

bool has_content(const row_view& row)
{
    using enum matrix_column;
    const matrix_header& header = row.header();
    if (!is_blank(row.own(header.open_target))) return true;
    for (const auto& period : header.periods)
        if (!is_blank(row.own(period.target))) return true;
    for (const auto& own : header.own)
        if (!is_blank(row.own(own.at))) return true;
    for (const auto which : {location, lead, supporting, criterion, unit, budget, note})
        if (row.has_own(which)) return true;
    return false;
}

// Below the last action, rows are not a reason to refuse: the signature block is there.
row_sorter::row_sorter(const sheet& page, const merged_cells& merges, const matrix_table& table,
                       const matrix_frame& frame)
    : page_(page), merges_(merges), table_(table), frame_(frame)
{
    for (std::size_t index = table.header.first_data; index < table.end; ++index)
        if (is_action_row(view(index), frame)) last_action_ = index;
}

sorted_row row_sorter::sort(std::size_t index)
{
    const row_view row = view(index);
    if (row.filled() == 0) {
        blank_since_action_ = true;
        return {};
    }
    // Rows that are not there at all are blank ones too.
    if (index > 0 && page_.rows[index - 1].number + 1 < row.number()) blank_since_action_ = true;
    const sorted_row found = sort_filled(index, row);
    if (found.is == form::action) blank_since_action_ = below_header_ = false;
    return found;
}

sorted_row row_sorter::sort_filled(std::size_t index, const row_view& row)
{
    const bool below = index > last_action_;
    if (other_table_began_) return left_out("matrix_header_again");
    if (repeats_header(row, page_)) {
        below_header_ = true;
        return plain(form::heading);
    }
    if (below_header_ && is_column_numbers(row)) return plain(form::heading);
    if (is_action_row(row, frame_)) return plain(form::action);
    if (!below_header_ && is_part_by_merge(row)) return plain(form::part);
    if (const auto heading = section_or_subheading(index, row); heading.is == form::section)
        return heading;
    if (below && !signature_began_ && is_signature(row)) signature_began_ = true;
    if (below && signature_began_) return sort_below(row);
    if (is_total(row)) return left_out("matrix_left_total");
    if (header_at(page_, merges_, index, frame_)) {
        other_table_began_ = true;
        return stray("matrix_header_again");
    }
    return sort_unnamed(index, row, below);
}

sorted_row row_sorter::sort_below(const row_view& row)
{
    if (row.filled() > signature_cells_max && has_content(row)) return stray("matrix_row_stray");
    return left_out("matrix_left_signature");
}

// Neither an action by number and title nor one of the words that offices write between them.
sorted_row row_sorter::sort_unnamed(std::size_t index, const row_view& row, bool below)
{
    if (row.has_own(matrix_column::title)) return plain(form::action);
    if (has_number(row)) {
        const bool is_form = row.filled() == 1 || (below && !has_content(row));
        if (is_form) return left_out("matrix_left_number");
        return plain(form::action);
    }
    if (const auto heading = section_or_subheading(index, row); heading.is == form::subheading)
        return stands_before_next_table(index) ? plain(form::heading) : heading;
    if (below && blank_since_action_ && !has_content(row)) return left_out("matrix_left_below");
    const bool follows_action = !below_header_ && !blank_since_action_;
    return follows_action ? plain(form::part) : stray("matrix_row_stray");
}

// "B. RENCANA AKSI TAMBAHAN" above the second table is that table's title.
bool row_sorter::stands_before_next_table(std::size_t index) const
{
    if (!table_.is_followed) return false;
    for (++index; index < table_.end; ++index)
        if (filled_cells(page_.rows[index]) > 0) return false;
    return true;
}

sorted_row row_sorter::section_or_subheading(std::size_t index, const row_view& row)
{
    const std::string text = heading_text(row);
    if (text.empty()) return {};
    const std::string counted = heading_form(row);
    const bool could_be_title = row.has(matrix_column::title) &&
                                !names_only_phase(text, frame_.phases) && !is_capitals(text) &&
                                (counted.empty() || counted == "a");
    const bool names_phase = !could_be_title && phase_meant(text, frame_.phases).names_some();
    // Where no column has the phases, headings in capitals are the only ones that can.
    const bool must_be_phase = !table_.header.column(matrix_column::phase) && !could_be_title &&
                               !counted.empty() && is_capitals(text) && index < last_action_ &&
                               !is_total(row);
    if (!names_phase && !must_be_phase) {
        const bool same = section_form_.empty() || section_form_ == counted;
        return {form::subheading, {}, same, "matrix_left_subheading"};
    }
    section_form_ = counted;
    return {form::section, text, {}, ""};
}

} // namespace workflow
