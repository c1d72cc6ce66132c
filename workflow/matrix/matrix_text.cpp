// Normal form and comparison of cell texts.
#include "workflow/matrix/matrix_text.hpp"

namespace workflow {

namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view trimmed(std::string_view text)
{
    for (bool more = true; more && !text.empty();) {
        more = false;
        if (is_space(text.front()))
            text.remove_prefix(1), more = true;
        else if (text.starts_with(no_break_space))
            text.remove_prefix(2), more = true;
    }
    for (bool more = true; more && !text.empty();) {
        more = false;
        if (is_space(text.back()))
            text.remove_suffix(1), more = true;
        else if (text.ends_with(no_break_space))
            text.remove_suffix(2), more = true;
    }
    return text;
}

} // namespace

std::string tidy_text(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\r') {
            if (at + 1 == text.size() || text[at + 1] != '\n') out += '\n';
        } else if (c == '\n' || c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)) {
            out += c;
        }
    }
    return std::string(trimmed(out));
}

std::string spelling_key(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 2) == no_break_space) {
            ++at;
        } else if (text[at] >= 'A' && text[at] <= 'Z') {
            out += static_cast<char>(text[at] - 'A' + 'a');
        } else if (is_letter(text[at]) || is_digit(text[at])) {
            out += text[at];
        }
    }
    return out;
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace workflow
