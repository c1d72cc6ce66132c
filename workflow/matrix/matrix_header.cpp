// Finds the header rows and says what each column fills.
#include "workflow/matrix/matrix_header.hpp"
#include "workflow/matrix/matrix_header_reader.hpp"
#include "workflow/matrix/matrix_period.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>

namespace workflow {

namespace {

constexpr std::size_t header_search_rows = 60;
constexpr std::size_t header_columns_min = 3;
constexpr std::size_t header_rows_max = 3;

bool is_enough(const matrix_header& header)
{
    return header.column(matrix_column::title) && header.recognised >= header_columns_min;
}

bool is_heading_word(const std::string& text, const matrix_frame& frame)
{
    return !meanings_of(text).empty() || achievement_named(text) || is_target_of_year(text) ||
           is_year(text) || month_named(text) || period_named(text, frame.periods);
}

// Below a group heading such as `Target` each column has its period.
bool goes_on_in(const sheet_row& row, const matrix_header& above, const matrix_frame& frame)
{
    for (const auto which : {matrix_column::title, matrix_column::number}) {
        const auto at = above.column(which);
        if (at && *at < row.cells.size() && !tidy_text(row.cells[*at].text).empty()) return false;
    }
    std::size_t filled = 0, known = 0;
    bool names_period = false;
    for (const sheet_cell& cell : row.cells) {
        const std::string text = tidy_text(cell.text);
        if (text.empty()) continue;
        ++filled;
        known += is_heading_word(text, frame);
        names_period = names_period || period_named(text, frame.periods).has_value();
    }
    return names_period || (filled > 0 && known == filled);
}

} // namespace

std::string matrix_header::name(matrix_column which) const
{
    const auto place = column(which);
    return place ? names[*place] : std::string(heading_of(which));
}

std::vector<std::string> matrix_header::fields() const
{
    std::vector<std::string> out(names.size());
    const auto take = [&](std::optional<std::size_t> place, std::string field) {
        if (place && *place < out.size()) out[*place] = std::move(field);
    };
    for (std::size_t which = 0; which < matrix_columns_read; ++which)
        take(at[which], std::string(field_of(static_cast<matrix_column>(which))));
    for (const own_column& each : own) take(each.at, each.code);
    for (const period_columns& period : periods) {
        take(period.target, "target_" + period.code);
        take(period.unit, "unit_" + period.code);
        take(period.quantity, "quantity_" + period.code);
    }
    take(open_target, "target");
    if (takes_achievement)
        for (const achievement_column& each : achievements)
            take(each.at, each.field + "_" + each.period);
    return out;
}

bool matrix_header::names_a_period() const
{
    return std::any_of(periods.begin(), periods.end(),
                       [](const period_columns& each) { return each.target.has_value(); });
}

bool matrix_header::has_targets() const
{
    return names_a_period() || open_target;
}

columns_by_hand columns_by_hand_of(const sheet& page, const matrix_answers& answers)
{
    columns_by_hand out;
    for (const auto& [column, field] : answers.columns) {
        constexpr std::size_t letters_max = 3, letters = 26;
        const std::string& letter = column.second;
        const auto is_letter = [](char c) { return c >= 'A' && c <= 'Z'; };
        if (column.first != page.name || letter.empty() || letter.size() > letters_max ||
            !std::all_of(letter.begin(), letter.end(), is_letter))
            continue;
        std::size_t index = 0;
        for (const char c : letter) index = index * letters + static_cast<std::size_t>(c - 'A') + 1;
        out[index - 1] = field;
    }
    return out;
}

std::string letter_of(std::size_t column)
{
    constexpr std::size_t letters = 26;
    std::string text;
    for (++column; column > 0; column = (column - 1) / letters)
        text.insert(text.begin(), static_cast<char>('A' + (column - 1) % letters));
    return text;
}

std::optional<matrix_header> header_at(const sheet& page, const merged_cells& merges,
                                       std::size_t row, const matrix_frame& frame,
                                       const columns_by_hand& by_hand)
{
    const auto read = [&](std::size_t count) {
        return header_reader(page, merges, frame, by_hand).read(row, count);
    };
    matrix_header header = read(1);
    if (!is_enough(header)) return {};
    std::size_t count = 1;
    while (count < header_rows_max && row + count < page.rows.size() &&
           goes_on_in(page.rows[row + count], header, frame))
        ++count;
    return count == 1 ? header : read(count);
}

std::optional<matrix_header> find_header(const sheet& page, const merged_cells& merges,
                                         const matrix_frame& frame, const columns_by_hand& by_hand)
{
    for (std::size_t row = 0; row < std::min(page.rows.size(), header_search_rows); ++row)
        if (auto header = header_at(page, merges, row, frame, by_hand)) return header;
    return {};
}

bool has_matrix_header(const sheet& page)
{
    return find_header(page, merged_cells(page), {}).has_value();
}

} // namespace workflow
