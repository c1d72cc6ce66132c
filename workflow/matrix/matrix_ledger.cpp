// Counts cells; what a row is was decided before.
#include "workflow/matrix/matrix_ledger.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include "workflow/words/characters.hpp"
#include <algorithm>
#include <iterator>

namespace workflow {

namespace {

std::size_t filled_cells(const sheet& page)
{
    std::size_t count = 0;
    for (const sheet_row& row : page.rows) count += workflow::filled_cells(row);
    return count;
}

std::size_t width_of(const sheet& page)
{
    std::size_t width = 0;
    for (const sheet_row& row : page.rows) width = std::max(width, row.cells.size());
    return width;
}

// One line of at most so many characters.
std::string shortened(const std::string& text)
{
    constexpr std::size_t characters_max = 60;
    std::string out;
    for (const char c : text) {
        if (begins_character(c) && character_count(out) == characters_max) return out + "…";
        out += c == '\n' || c == '\t' ? ' ' : c;
    }
    return out;
}

std::string first_text(const sheet_row& row)
{
    for (const sheet_cell& cell : row.cells)
        if (!is_blank(cell)) return shortened(tidy_text(cell.text));
    return {};
}

} // namespace

matrix_ledger::matrix_ledger(const sheet& page) : page_(page)
{
    told_sheet read{page.name, true, page.hidden, page.active, 0, filled_cells(page)};
    account_.cells.total = read.cells;
    account_.sheets.push_back(std::move(read));
}

void matrix_ledger::table(const matrix_header& header)
{
    int& header_row = account_.sheets.front().header_row;
    const std::size_t first = header_row == 0 ? 0 : header.first;
    if (header_row == 0) header_row = header.row;
    table_ = account_.columns.size();
    const auto fields = header.fields();
    for (std::size_t column = 0; column < std::max(width_of(page_), fields.size()); ++column)
        account_.columns.push_back({letter_of(column),
                                    column < fields.size() ? header.names[column] : "",
                                    column < fields.size() ? fields[column] : "", 0, page_.name});
    for (std::size_t index = first; index < header.first_data; ++index) heading(page_.rows[index]);
}

void matrix_ledger::heading(const sheet_row& row)
{
    const std::size_t cells = workflow::filled_cells(row);
    if (cells == 0) return;
    account_.cells.heading += cells;
    account_.rows.push_back({row.number, used_row::form::heading, 0, page_.name});
}

void matrix_ledger::action(const sheet_row& row, std::size_t action)
{
    count(row);
    account_.rows.push_back(
        {row.number, used_row::form::action, static_cast<int>(action), page_.name});
}

void matrix_ledger::part(const sheet_row& row, std::size_t action)
{
    count(row);
    account_.rows.push_back(
        {row.number, used_row::form::part, static_cast<int>(action), page_.name});
}

void matrix_ledger::count(const sheet_row& row)
{
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (is_blank(row.cells[column])) continue;
        told_column& told = account_.columns[table_ + column];
        if (told.cells++ == 0) told.example = shortened(tidy_text(row.cells[column].text));
        ++(told.field.empty() ? account_.cells.column_not_used : account_.cells.used);
    }
}

void matrix_ledger::left_out(const sheet_row& row, sentence why)
{
    const std::size_t cells = workflow::filled_cells(row);
    if (cells == 0) return;
    account_.cells.row_left_out += cells;
    if (account_.left_out.size() < matrix_problems_max)
        account_.left_out.push_back(
            {row.number, first_text(row), cells, std::move(why), page_.name});
}

// A column without heading and without cells is no column.
matrix_account matrix_ledger::finished()
{
    std::erase_if(account_.columns, [](const told_column& each) {
        return each.heading.empty() && each.field.empty() && each.cells == 0;
    });
    return std::move(account_);
}

void tell_unread(matrix_account& account, const sheet& page)
{
    account.sheets.push_back({page.name, false, page.hidden, page.active, 0, filled_cells(page)});
    if (page.hidden) return;
    account.cells.sheet_not_read += account.sheets.back().cells;
    account.cells.total += account.sheets.back().cells;
}

void join(matrix_account& into, matrix_account from)
{
    const auto append = [](auto& to, auto& more) {
        to.insert(to.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
    };
    append(into.sheets, from.sheets);
    append(into.columns, from.columns);
    append(into.left_out, from.left_out);
    append(into.rows, from.rows);
    told_cells& cells = into.cells;
    cells.total += from.cells.total;
    cells.used += from.cells.used;
    cells.heading += from.cells.heading;
    cells.column_not_used += from.cells.column_not_used;
    cells.row_left_out += from.cells.row_left_out;
    cells.sheet_not_read += from.cells.sheet_not_read;
}

} // namespace workflow
