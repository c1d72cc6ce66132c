// Reads the sheets of a workbook one after the other into one reading.
#include "workflow/matrix/matrix.hpp"
#include "workflow/matrix/matrix_numbering.hpp"
#include "workflow/matrix/matrix_reader.hpp"
#include "workflow/matrix/matrix_sheets.hpp"
#include <algorithm>

namespace workflow {

namespace {

void tell_unread_sheets(const sheet& page, const std::vector<const sheet*>& read,
                        matrix_account& account)
{
    const auto is_read = [&](const sheet& each) {
        return std::find(read.begin(), read.end(), &each) != read.end();
    };
    if (!is_read(page)) tell_unread(account, page);
    for (const sheet& other : page.others)
        if (!is_read(other)) tell_unread(account, other);
}

std::string title_heading(const matrix_account& account)
{
    for (const told_column& each : account.columns)
        if (each.field == field_of(matrix_column::title)) return each.heading;
    return std::string(heading_of(matrix_column::title));
}

// Nothing to read is a problem of its own.
void tell_nothing(const sheet& page, bool has_table, matrix_reading& reading)
{
    if (has_table && (!reading.rows.empty() || !reading.problems.empty())) return;
    const int first = page.rows.empty() ? 1 : page.rows.front().number;
    const int header_row = reading.account.sheets.front().header_row;
    reading.problems.push_back({has_table ? header_row : first,
                                title_heading(reading.account),
                                {has_table ? "matrix_empty" : "matrix_header_missing", {}},
                                page.name,
                                {}});
}

} // namespace

matrix_reading read_matrix(const sheet& page, const matrix_frame& frame,
                           const matrix_answers& answers)
{
    matrix_draft draft{{}, asked_questions(answers), agency_book(frame.agencies, answers)};
    matrix_reading& reading = draft.reading;
    const auto pages = sheets_to_read(page, frame, answers, draft.asked, reading);
    for (const sheet* each : pages) matrix_reader(*each, frame, answers, draft).read();
    tell_unread_sheets(page, pages, reading.account);
    tell_nothing(*pages.front(), draft.has_table, reading);
    give_numbers(reading);
    for (used_row& each : reading.account.rows)
        if (each.is != used_row::form::heading)
            each.action = reading.rows[static_cast<std::size_t>(each.action)].number;
    if (reading.problems.size() > matrix_problems_max) reading.problems.resize(matrix_problems_max);
    reading.questions = draft.asked.taken();
    for (matrix_question& each : draft.book.questions()) {
        if (const auto met = draft.doubts.find(each.id); met != draft.doubts.end()) {
            each.row = met->second.row;
            each.column = met->second.column;
            each.sheet = met->second.sheet;
        }
        reading.questions.push_back(std::move(each));
    }
    reading.agencies = draft.book.told();
    return std::move(reading);
}

} // namespace workflow
