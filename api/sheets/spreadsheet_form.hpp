#pragma once
// What a file really is, whatever it is called.
#include "api/sheets/spreadsheet.hpp"
#include "api/sheets/workbook_archive.hpp"

namespace api {

inline constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0"; // old XLS, encrypted XLSX
inline constexpr std::string_view zip_file = "PK\x03\x04";
inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
inline constexpr std::string_view utf16_little_mark = "\xFF\xFE";
inline constexpr std::string_view utf16_big_mark = "\xFE\xFF";

// The sentence's key that names a file which is neither a ZIP archive nor a CSV with a matrix.
std::string as_what(std::string_view bytes);
// The same of an archive that is no workbook we read.
std::string archive_as_what(workbook_archive&);

bool is_open_document(workbook_archive&); // a spreadsheet of that format, without a password

// A tag at the beginning, behind blanks.
bool begins_with_markup(std::string_view bytes);

// The file as CSV, where it is text and has a matrix's header.
std::optional<workflow::sheet> csv_matrix(std::string_view bytes);

} // namespace api
