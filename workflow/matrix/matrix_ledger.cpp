// Counts cells; what a row is was decided before.
#include "workflow/matrix/matrix_ledger.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include "workflow/words/characters.hpp"
#include <algorithm>

namespace workflow {

namespace {

std::size_t filled_cells(const sheet& page)
{
    std::size_t count = 0;
    for (const sheet_row& row : page.rows) count += workflow::filled_cells(row);
    return count;
}

// A, …, Z, AA, …
std::string letter_of(std::size_t column)
{
    constexpr std::size_t letters = 26;
    std::string text;
    for (++column; column > 0; column = (column - 1) / letters)
        text.insert(text.begin(), static_cast<char>('A' + (column - 1) % letters));
    return text;
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

matrix_ledger::matrix_ledger(const sheet& page, const matrix_header* header) : page_(page)
{
    tell_sheets(header ? header->row : 0);
    const auto fields = header ? header->fields() : std::vector<std::string>{};
    for (std::size_t column = 0; column < width_of(page); ++column) {
        const bool named = header && column < header->names.size();
        account_.columns.push_back({letter_of(column), named ? header->names[column] : "",
                                    column < fields.size() ? fields[column] : "", 0});
    }
    if (header)
        for (std::size_t index = 0; index < header->first_data; ++index) heading(page.rows[index]);
    else
        for (const sheet_row& row : page.rows) left_out(row, {"matrix_header_missing", {}});
}

void matrix_ledger::tell_sheets(int header_row)
{
    const auto told = [](const sheet& page) {
        return told_sheet{page.name, false, page.hidden, 0, filled_cells(page)};
    };
    told_sheet read = told(page_);
    read.is_read = true;
    read.header_row = header_row;
    account_.cells.total = read.cells;
    account_.sheets.push_back(std::move(read));
    for (const sheet& other : page_.others) {
        account_.sheets.push_back(told(other));
        if (other.hidden) continue;
        account_.cells.sheet_not_read += account_.sheets.back().cells;
        account_.cells.total += account_.sheets.back().cells;
    }
}

void matrix_ledger::heading(const sheet_row& row)
{
    account_.cells.heading += workflow::filled_cells(row);
}

void matrix_ledger::action(const sheet_row& row)
{
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        if (is_blank(row.cells[column])) continue;
        told_column& told = account_.columns[column];
        ++told.cells;
        ++(told.field.empty() ? account_.cells.column_not_used : account_.cells.used);
    }
}

void matrix_ledger::left_out(const sheet_row& row, sentence why)
{
    const std::size_t cells = workflow::filled_cells(row);
    if (cells == 0) return;
    account_.cells.row_left_out += cells;
    if (account_.left_out.size() < matrix_problems_max)
        account_.left_out.push_back({row.number, first_text(row), cells, std::move(why)});
}

// A column without heading and without cells is no column.
matrix_account matrix_ledger::finished()
{
    std::erase_if(account_.columns, [](const told_column& each) {
        return each.heading.empty() && each.field.empty() && each.cells == 0;
    });
    return std::move(account_);
}

} // namespace workflow
