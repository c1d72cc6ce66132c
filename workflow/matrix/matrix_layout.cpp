// Finds the tables of a sheet, from its first header to its last row.
#include "workflow/matrix/matrix_layout.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_phases.hpp"
#include "workflow/matrix/matrix_signs.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>

namespace workflow {

namespace {

constexpr int column_numbers_min = 3;

bool has_counted(const row_view& row)
{
    const std::string text = tidy_text(row.own(row.header().column(matrix_column::number)).text);
    return is_enumerator(text) && row.has_own(matrix_column::title);
}

bool is_of_actions(const matrix_header& header)
{
    return header.column(matrix_column::lead) || header.has_targets();
}

} // namespace

std::vector<matrix_table> tables_of(const sheet& page, const merged_cells& merges,
                                    const matrix_frame& frame, const columns_by_hand& by_hand)
{
    std::vector<matrix_table> tables;
    auto header = find_header(page, merges, frame, by_hand);
    if (!header) return tables;
    tables.push_back({std::move(*header), page.rows.size(), false});
    bool has_action = false;
    for (std::size_t index = tables.back().header.first_data; index < page.rows.size(); ++index) {
        const row_view row(tables.back().header, page, merges, index);
        if (is_action_row(row, frame)) has_action = true;
        if (!has_action || is_action_row(row, frame) || repeats_header(row, page)) continue;
        // What a person said of the first table's columns is not meant for others.
        auto next = header_at(page, merges, index, frame);
        if (!next || !is_of_actions(*next)) continue;
        tables.back().end = index;
        tables.back().is_followed = true;
        index = next->first_data - 1;
        tables.push_back({std::move(*next), page.rows.size(), false});
        has_action = false;
    }
    return tables;
}

bool has_number(const row_view& row)
{
    return action_number_in(row.own(row.header().column(matrix_column::number))).has_value();
}

bool is_action_row(const row_view& row, const matrix_frame& frame)
{
    if (!row.has(matrix_column::title)) return false;
    if (!has_number(row) && !(has_counted(row) && has_content(row))) return false;
    const std::string heading = heading_text(row);
    return heading.empty() || !names_only_phase(heading, frame.phases) ||
           phase_meant(heading, frame.phases).is != meant_phase::form::sure;
}

bool repeats_header(const row_view& row, const sheet& page)
{
    const auto& cells = row.raw().cells;
    for (std::size_t index = row.header().first; index < row.header().first_data; ++index) {
        const auto& heading = page.rows[index].cells;
        bool same = true;
        for (std::size_t column = 0; same && column < cells.size(); ++column)
            same = is_blank(cells[column]) ||
                   (column < heading.size() &&
                    spelling_key(heading[column].text) == spelling_key(cells[column].text));
        if (same) return true;
    }
    return false;
}

bool is_column_numbers(const row_view& row)
{
    const auto& names = row.header().names;
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
