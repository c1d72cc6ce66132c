// Puts the formula guard before a text and takes it off.
#include "api/sheets/spreadsheet_guard.hpp"

namespace api {

namespace {

constexpr std::string_view opens_formula("=+-@\t\r\0", 7);

bool has_guard(std::string_view text)
{
    return text.size() > 1 && text[0] == '\'' &&
           (text[1] == '\'' || opens_formula.find(text[1]) != opens_formula.npos);
}

} // namespace

std::string without_guard(std::string text)
{
    if (has_guard(text)) text.erase(0, 1);
    return text;
}

std::string with_guard(std::string text)
{
    const bool opens = !text.empty() && opens_formula.find(text[0]) != opens_formula.npos;
    if (opens || has_guard(text)) text.insert(0, 1, '\'');
    return text;
}

std::string with_own_guard_kept(std::string text)
{
    if (has_guard(text)) text.insert(0, 1, '\'');
    return text;
}

} // namespace api
