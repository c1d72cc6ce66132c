// Reads and writes numbers in Indonesian notation.
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace workflow {

namespace {

constexpr double quantity_limit = 1e15; // the first number of more than quantity_digits_max digits

bool is_dash(std::string_view text)
{
    static constexpr std::array dashes{"-", "--", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"};
    return std::find(dashes.begin(), dashes.end(), text) != dashes.end();
}

// A no-break space between digits does not make them words.
bool has_letter(std::string_view text)
{
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 2) == "\xC2\xA0")
            ++at;
        else if (is_letter(text[at]))
            return true;
    }
    return false;
}

bool all_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

// The digits before the comma without their dots; empty when the dots do not part thousands.
std::string whole_digits(std::string_view text)
{
    if (all_digits(text)) return std::string(text);
    std::string digits;
    for (bool first = true;; first = false) {
        const auto dot = text.find('.');
        const auto group = text.substr(0, dot);
        const bool fits = first ? group.size() <= 3 && group != "0" : group.size() == 3;
        if (!fits || !all_digits(group)) return {};
        digits += group;
        if (dot == text.npos) return digits;
        text.remove_prefix(dot + 1);
    }
}

std::optional<double> parsed(std::string_view text)
{
    const auto comma = text.find(',');
    std::string digits = whole_digits(text.substr(0, comma));
    if (digits.empty() || digits.size() > quantity_digits_max) return {};
    if (comma != text.npos) {
        const auto decimals = text.substr(comma + 1);
        if (!all_digits(decimals)) return {};
        digits += '.';
        digits += decimals;
    }
    double value = 0;
    const auto end = digits.data() + digits.size();
    const auto [stop, fault] = std::from_chars(digits.data(), end, value);
    if (fault != std::errc{} || stop != end) return {};
    return value;
}

// "1,000": a thousand by one notation, one by the other. "0,125" can only be the latter.
bool is_ambiguous(std::string_view text)
{
    const auto comma = text.find(',');
    constexpr std::size_t group = 3;
    return comma != text.npos && comma > 0 && comma <= group && text.front() != '0' &&
           all_digits(text.substr(0, comma)) && text.size() == comma + 1 + group &&
           all_digits(text.substr(comma + 1));
}

std::string with_comma(std::string text)
{
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string every_digit(double value)
{
    std::array<char, 400> out{};
    const auto end =
        std::to_chars(out.data(), out.data() + out.size(), value, std::chars_format::fixed);
    return with_comma({out.data(), end.ptr});
}

} // namespace

bool says_nothing(std::string_view text)
{
    return text.empty() || is_dash(text);
}

cell_quantity quantity_in(const sheet_cell& cell)
{
    using form = cell_quantity::form;
    if (cell.number) {
        if (!std::isfinite(*cell.number) || *cell.number >= quantity_limit)
            return {form::unclear, {}};
        if (*cell.number < 0) return {form::negative, {}};
        return {form::number, *cell.number};
    }
    std::string text = tidy_text(cell.text);
    if (says_nothing(text)) return {form::absent, {}};
    if (has_letter(text)) return {form::words, {}};
    if (text.back() == '%') text = tidy_text(std::string_view(text).substr(0, text.size() - 1));
    if (is_ambiguous(text)) return {form::ambiguous, {}};
    if (text.starts_with('-') && parsed(std::string_view(text).substr(1)))
        return {form::negative, {}};
    if (const auto value = parsed(text)) return {form::number, value};
    return {form::unclear, {}};
}

std::optional<int> action_number_in(const sheet_cell& cell)
{
    if (cell.number) {
        const double value = *cell.number;
        if (value < 1 || value > matrix_number_max || value != std::floor(value)) return {};
        return static_cast<int>(value);
    }
    std::string text = tidy_text(cell.text);
    while (!text.empty() && (text.back() == '.' || text.back() == ')')) text.pop_back();
    if (!all_digits(text) || text.size() > 6) return {};
    const int value = std::stoi(text);
    if (value < 1 || value > matrix_number_max) return {};
    return value;
}

std::string indonesian_number(double value)
{
    std::array<char, 400> out{};
    const auto general =
        std::to_chars(out.data(), out.data() + out.size(), value, std::chars_format::general, 15);
    double rounded = value;
    std::from_chars(out.data(), general.ptr, rounded);
    return every_digit(rounded);
}

bool is_plain_number(std::string_view text, double value)
{
    if (!std::isfinite(value) || value < 0 || indonesian_number(value) != text) return false;
    return parsed(text) == value;
}

std::string exact_number(double value)
{
    std::string text = every_digit(value);
    if (is_ambiguous(text)) text += '0';
    return text;
}

} // namespace workflow
