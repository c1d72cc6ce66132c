// The account of an import in JSON and in words.
#include "api/sheets/import_account.hpp"
#include "workflow/words/sentences.hpp"
#include <boost/json/array.hpp>

namespace api {
namespace {

namespace json = boost::json;

std::string say(const std::string& locale, const char* key,
                std::map<std::string, workflow::bilingual> words)
{
    const workflow::sentence told{key, {words.begin(), words.end()}};
    return workflow::say(locale, told) + '\n';
}

json::value or_null(const std::string& text)
{
    return text.empty() ? json::value(nullptr) : json::value(text);
}

std::string sheets_text(const workflow::matrix_account& account, const std::string& locale)
{
    std::string text;
    for (const workflow::told_sheet& sheet : account.sheets) {
        const char* key = !sheet.is_read     ? "account_sheet_not_read"
                          : sheet.header_row ? "account_sheet"
                                             : "account_sheet_no_header";
        text += say(locale, key,
                    {{"name", sheet.name.empty() ? "CSV" : sheet.name},
                     {"row", std::to_string(sheet.header_row)},
                     {"cells", std::to_string(sheet.cells)}});
    }
    return text;
}

std::string columns_text(const workflow::matrix_account& account, const std::string& locale)
{
    std::string text;
    for (const workflow::told_column& column : account.columns)
        text += say(locale, column.field.empty() ? "account_column_not_used" : "account_column",
                    {{"letter", column.letter},
                     {"heading", column.heading.empty() ? "-" : column.heading},
                     {"cells", std::to_string(column.cells)}});
    return text;
}

std::string rows_text(const workflow::matrix_account& account, const std::string& locale)
{
    std::string text;
    for (const workflow::told_row& row : account.left_out)
        text += say(locale, "account_row",
                    {{"row", std::to_string(row.row)},
                     {"text", row.text},
                     {"cells", std::to_string(row.cells)},
                     {"why", workflow::say(locale, row.why)}});
    return text;
}

} // namespace

json::object account_json(const workflow::matrix_account& account, const std::string& locale)
{
    json::array sheets, columns, left_out;
    for (const workflow::told_sheet& sheet : account.sheets)
        sheets.push_back(
            {{"name", or_null(sheet.name)},
             {"read", sheet.is_read},
             {"hidden", sheet.is_hidden},
             {"header_row", sheet.header_row ? json::value(sheet.header_row) : nullptr},
             {"cells", sheet.cells}});
    for (const workflow::told_column& column : account.columns)
        columns.push_back({{"column", column.letter},
                           {"heading", column.heading},
                           {"field", or_null(column.field)},
                           {"cells", column.cells}});
    for (const workflow::told_row& row : account.left_out)
        left_out.push_back({{"row", row.row},
                            {"text", row.text},
                            {"cells", row.cells},
                            {"reason", workflow::say(locale, row.why)}});
    const workflow::told_cells& cells = account.cells;
    return {{"sheets", std::move(sheets)},
            {"columns", std::move(columns)},
            {"left_out", std::move(left_out)},
            {"cells",
             {{"total", cells.total},
              {"used", cells.used},
              {"heading", cells.heading},
              {"column_not_used", cells.column_not_used},
              {"row_left_out", cells.row_left_out},
              {"sheet_not_read", cells.sheet_not_read}}}};
}

std::string account_text(const workflow::matrix_account& account, const std::string& locale)
{
    const workflow::told_cells& cells = account.cells;
    return sheets_text(account, locale) + columns_text(account, locale) +
           rows_text(account, locale) +
           say(locale, "account_cells",
               {{"total", std::to_string(cells.total)},
                {"used", std::to_string(cells.used)},
                {"heading", std::to_string(cells.heading)},
                {"columns", std::to_string(cells.column_not_used)},
                {"rows", std::to_string(cells.row_left_out)},
                {"sheets", std::to_string(cells.sheet_not_read)}});
}

} // namespace api
