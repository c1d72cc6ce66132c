#pragma once
// Spreadsheet files: XLSX and CSV as offices keep them, read into cells and written from cells.
// What the cells mean is workflow/matrix's business. Any thread; nothing is kept between calls.
//
//     auto page = read_xlsx(bytes);
//     if (!page) return page.error();
//     auto reading = workflow::read_matrix(*page, frame);
#include "workflow/days/clock.hpp"
#include "workflow/matrix/matrix.hpp"
#include <string_view>

namespace api {

inline constexpr std::size_t spreadsheet_bytes_max = 10u << 20;
inline constexpr std::size_t spreadsheet_rows_max = 5000;   // rows with something in them
inline constexpr std::size_t spreadsheet_columns_max = 200; // a cell further right is refused
inline constexpr std::size_t spreadsheet_text_bytes_max = 16u << 20; // of all cells of a file
inline constexpr std::size_t workbook_entries_max = 1000;            // files in the archive
inline constexpr std::size_t workbook_entry_bytes_max = 16u << 20;   // one file, uncompressed
inline constexpr std::size_t workbook_total_bytes_max = 64u << 20;   // all files, uncompressed
inline constexpr std::size_t workbook_sheets_max = 100;

// The active sheet when it has a matrix's header, else the first visible one that has, else the
// first visible one; the others with it, to be told of. Formulas give the value they last had;
// dates become ISO texts; a merged cell's text stays in its first cell. Refusals: malformed (no
// XLSX: old XLS, password, HTML, ODS, …, or damaged), payload_too_large.
workflow::result<workflow::sheet> read_xlsx(std::string_view bytes);

// RFC 4180 with comma, semicolon or tab (the one that gives a matrix's header, or that is named by
// a first line `sep=;`); UTF-8, with or
// without BOM, else Windows-1252. A row's number is its record's, as a spreadsheet program shows
// it. Refusals: malformed (a workbook, UTF-16, a quotation mark never closed), payload_too_large.
workflow::result<workflow::sheet> read_csv(std::string_view bytes);

// A workbook to print: title lines above, header repeated and frozen, landscape A4, one page wide.
// Texts are never formulas. Throws std::runtime_error when the file cannot be made.
std::string write_xlsx(const workflow::sheet&, const std::vector<std::string>& titles,
                       workflow::instant made);

// RFC 4180 with commas, CRLF and a BOM. A text that a spreadsheet program would take for a formula
// gets a leading '; the readers take it off again.
std::string write_csv(const workflow::sheet&);

} // namespace api
