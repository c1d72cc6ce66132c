// What people do to JSON by hand and what editors do to it when it is saved.
#include "definitions/syntax_fault.hpp"
#include <algorithm>
#include <cctype>

namespace definitions {
namespace {

using std::string_view;

constexpr string_view blank = " \t\r\n";

// What stands before the place on its line, else the end of the line before; short.
std::string behind(string_view text, std::size_t at)
{
    string_view before = text.substr(0, at);
    const std::size_t last = before.find_last_not_of(blank);
    if (last == before.npos) return {};
    before = before.substr(0, last + 1);
    before.remove_prefix(before.find_last_of('\n') + 1);
    before.remove_prefix(before.find_first_not_of(blank));
    constexpr std::size_t most = 40;
    if (before.size() <= most) return std::string(before);
    before.remove_prefix(before.size() - most);
    while (!before.empty() && (before.front() & 0xC0) == 0x80) before.remove_prefix(1);
    return "…" + std::string(before);
}

// The whole character, of however many octets.
string_view character_at(string_view text, std::size_t at)
{
    std::size_t octets = 1;
    while (at + octets < text.size() && (text[at + octets] & 0xC0) == 0x80) ++octets;
    return text.substr(at, octets);
}

std::size_t column_of(string_view text, std::size_t at)
{
    const string_view before = text.substr(0, at);
    const string_view line = before.substr(before.find_last_of('\n') + 1);
    return 1 + static_cast<std::size_t>(std::count_if(line.begin(), line.end(),
                                                      [](char c) { return (c & 0xC0) != 0x80; }));
}

// A character of which the first octets alone are there, or another's octet by itself.
bool is_no_utf_8(string_view text, std::size_t at)
{
    const auto is_first = [&](std::size_t i) { return (text[i] & 0xC0) == 0xC0; };
    const auto is_later = [&](std::size_t i) { return (text[i] & 0xC0) == 0x80; };
    if (is_later(at)) return true;
    if (is_first(at)) return at + 1 == text.size() || !is_later(at + 1);
    return at > 0 && is_first(at - 1);
}

const char* advice(string_view text, std::size_t at, string_view found)
{
    const std::size_t last = text.substr(0, at).find_last_not_of(blank);
    const char before = last == text.npos ? '\0' : text[last];
    if (found == "“" || found == "”" || found == "„" || found == "‘" || found == "’" ||
        found == "'")
        return "; texts stand in straight quotation marks: \"";
    if (found == "/" || found == "#") return "; comments stand in a member `$comment`";
    if (before == ',' && (found == "}" || found == "]")) return "; no comma stands before the end";
    const bool is_value_over = before == '"' || before == '}' || before == ']' ||
                               std::isalnum(static_cast<unsigned char>(before));
    if (is_value_over && (found == "\"" || found == "{" || found == "["))
        return "; is a comma missing before it?";
    return "";
}

} // namespace

std::string syntax_fault(string_view text, std::size_t at)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        return "expected JSON, found a byte order mark before it; save the file as UTF-8 without";
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return "expected JSON in UTF-8, found UTF-16; save the file as UTF-8";
    const std::string where =
        " at column " + std::to_string(column_of(text, std::min(at, text.size())));
    if (text.find_first_not_of(blank) == text.npos) return "expected JSON, found an empty file";
    if (at >= text.size())
        return "expected JSON, found its end too early, behind `" + behind(text, text.size()) +
               "`; is a bracket or quotation mark missing?";
    const auto found = character_at(text, at);
    if (is_no_utf_8(text, at))
        return "expected JSON in UTF-8, found another encoding" + where +
               "; save the file as UTF-8";
    std::string said = "expected JSON, found `" + std::string(found) + "`" + where;
    const auto before = behind(text, at);
    if (!before.empty()) said += ", behind `" + before + "`";
    return said + advice(text, at, found);
}

} // namespace definitions
