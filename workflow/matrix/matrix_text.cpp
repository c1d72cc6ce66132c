// Normal form and comparison of cell texts.
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <charconv>
#include <numeric>
#include <utility>
#include <vector>

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

std::size_t edits_between(std::string_view one, std::string_view other)
{
    std::vector<std::size_t> costs(other.size() + 1);
    std::iota(costs.begin(), costs.end(), std::size_t{0});
    for (std::size_t row = 1; row <= one.size(); ++row) {
        std::size_t diagonal = std::exchange(costs[0], row);
        for (std::size_t column = 1; column <= other.size(); ++column) {
            const std::size_t replaced = diagonal + (one[row - 1] != other[column - 1]);
            diagonal = costs[column];
            costs[column] = std::min({replaced, costs[column] + 1, costs[column - 1] + 1});
        }
    }
    return costs[other.size()];
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

std::int64_t whole_number_in(std::string_view text)
{
    std::int64_t value{};
    const char* end = text.data() + text.size();
    const auto [stop, fault] = std::from_chars(text.data(), end, value);
    return fault == std::errc{} && stop == end && value > 0 ? value : 0;
}

} // namespace workflow
