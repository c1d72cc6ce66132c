#pragma once
// The leading ' that keeps spreadsheet programs from taking a text for a formula (OWASP
// ASVS 1.2.10).
#include <string>
#include <string_view>

namespace api {

// Takes one guard off: a ' before a character that needs one, or before another '.
std::string without_guard(std::string text);

// For CSV, where any text may be run as a formula. without_guard(with_guard(text)) == text.
std::string with_guard(std::string text);

// For workbooks, whose texts are never formulas: only where a reader would take off the text's own.
std::string with_own_guard_kept(std::string text);

} // namespace api
