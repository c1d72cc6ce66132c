// Reads format codes (ECMA-376 part 1, 18.8.30 and 18.8.31) and shows numbers by them.
#include "api/sheets/number_format.hpp"
#include "workflow/days/clock.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/words/characters.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace api {

namespace {

constexpr std::size_t code_bytes_max = 255; // as in spreadsheet programs
constexpr int decimals_max = 15;
constexpr double digits_limit = 1e15; // beyond, a double has no digits left to round

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Reads the patterns of a code one after the other.
class format_reader {
public:
    explicit format_reader(std::string_view code) : code_(code) {}

    number_format read()
    {
        number_format format;
        while (at_ < code_.size()) format.patterns.push_back(pattern());
        return format;
    }

private:
    using form = number_pattern::form;

    number_pattern pattern()
    {
        made_ = {};
        has_digits_ = has_point_ = is_unusual_ = is_date_ = is_general_ = false;
        for (; at_ < code_.size() && code_[at_] != ';'; ++at_) symbol(code_[at_]);
        ++at_;
        if (is_date_) return {form::date, {}, {}, {}, {}, {}};
        if (is_unusual_) return {};
        made_.is = is_general_ ? form::general : has_digits_ ? form::number : form::literal;
        return made_;
    }

    void symbol(char c)
    {
        static constexpr std::string_view date_letters = "ymdhs";
        if (c == '"') return quoted();
        if (c == '[') return bracketed();
        if (c == '\\') return literal(taken_behind());
        if (c == '_') return taken_behind(), literal(" ");
        if (c == '*') return void(taken_behind());
        if (c == '0' || c == '#') return digit();
        if (c == '?') return void(has_digits_ ? digit() : void()); // alone it shows no zero
        if (c == '.' && !is_date_) return point();
        if (c == ',' && !is_date_) return comma();
        if (c == '@' || (lower(c) == 'e' && has_digits_) || (c == '/' && has_digits_))
            return void(is_unusual_ = true);
        if (is_general_name()) return void((is_general_ = true, at_ += general.size() - 1));
        if (date_letters.find(lower(c)) != date_letters.npos) return void(is_date_ = true);
        made_.is_percent |= c == '%';
        literal(std::string(1, c));
    }

    void quoted()
    {
        const auto end = std::min(code_.find('"', at_ + 1), code_.size());
        literal(std::string(code_.substr(at_ + 1, end - at_ - 1)));
        at_ = end;
    }

    // [Red] · [$Rp-421] · [h] · [>=1000]
    void bracketed()
    {
        const auto end = std::min(code_.find(']', at_ + 1), code_.size());
        const std::string_view inside = code_.substr(at_ + 1, end - at_ - 1);
        at_ = end;
        if (inside.starts_with('$'))
            return literal(std::string(inside.substr(1, inside.find('-') - 1)));
        if (inside.find_first_of("<>=") != inside.npos) is_unusual_ = true;
        if (inside.find_first_not_of("hHmMsS") == inside.npos && !inside.empty()) is_date_ = true;
    }

    // The character behind this one, whole.
    std::string taken_behind()
    {
        std::string taken;
        if (at_ + 1 < code_.size()) taken += code_[++at_];
        while (at_ + 1 < code_.size() && !workflow::begins_character(code_[at_ + 1]))
            taken += code_[++at_];
        return taken;
    }

    void digit()
    {
        if (!made_.after.empty()) is_unusual_ = true; // 000-000: a text stands between the digits
        has_digits_ = true;
        made_.decimals += has_point_;
    }

    void point()
    {
        if (has_point_ || !made_.after.empty()) is_unusual_ = true;
        has_point_ = true;
    }

    // Between digits it parts thousands; behind them it hides them (1.250 as 1), which is not
    // shown.
    void comma()
    {
        const char next = at_ + 1 < code_.size() ? code_[at_ + 1] : ' ';
        const bool between = has_digits_ && (next == '0' || next == '#' || next == '?');
        if (between)
            made_.is_grouped = true;
        else if (has_digits_ && made_.after.empty())
            is_unusual_ = true;
        else
            literal(",");
    }

    bool is_general_name() const
    {
        const auto here = code_.substr(at_, general.size());
        return std::equal(here.begin(), here.end(), general.begin(), general.end(),
                          [](char a, char b) { return lower(a) == b; });
    }

    void literal(const std::string& text)
    {
        (has_digits_ || is_general_ ? made_.after : made_.before) += text;
    }

    static constexpr std::string_view general = "general";
    std::string_view code_;
    std::size_t at_{};
    number_pattern made_;
    bool has_digits_{}, has_point_{}, is_unusual_{}, is_date_{}, is_general_{};
};

// 15 significant digits, as spreadsheet programs show them: 0,3 and not 0,30000000000000004.
double rounded(double value)
{
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                   std::chars_format::general, 15);
    std::from_chars(text.data(), end.ptr, value);
    return value;
}

bool keeps_own_digits(double value, const number_pattern& pattern)
{
    const bool by_format =
        pattern.is == number_pattern::form::number && (pattern.is_percent || pattern.decimals > 0);
    return !by_format || std::abs(value) >= digits_limit;
}

std::string grouped(std::string text)
{
    constexpr std::size_t group = 3;
    const std::size_t first = text.starts_with('-') ? 1 : 0;
    for (std::size_t at = std::min(text.find(','), text.size()); at > first + group;)
        text.insert(at -= group, 1, '.');
    return text;
}

std::string trimmed(std::string text)
{
    text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
    text.erase(text.find_last_not_of(' ') + 1);
    return text;
}

std::string date_text(double serial, bool from_1904)
{
    using namespace std::chrono;
    constexpr int minutes_a_day = 24 * 60;
    const sys_days origin =
        from_1904 ? sys_days{year{1904} / 1 / 1} : sys_days{year{1899} / 12 / 30};
    const auto minutes = static_cast<long long>(std::llround(serial * minutes_a_day));
    const int of_day = static_cast<int>(minutes % minutes_a_day);
    char time[8] = "";
    if (of_day != 0) std::snprintf(time, sizeof time, "%02d:%02d", of_day / 60, of_day % 60);
    if (serial < 1) return time;
    const std::string day =
        workflow::iso(year_month_day{origin + days{static_cast<int>(minutes / minutes_a_day)}});
    return *time ? day + " " + time : day;
}

struct chosen {
    number_pattern pattern;
    bool has_own_sign{}; // the pattern for negative numbers says in its own way that they are
};

chosen chosen_for(double value, const number_format& format)
{
    const auto& patterns = format.patterns;
    if (patterns.empty()) return {};
    if (value == 0 && patterns.size() > 2) return {patterns[2], false};
    if (value >= 0 || patterns.size() < 2) return {patterns[0], false};
    return {patterns[1], patterns[1].is == number_pattern::form::number};
}

} // namespace

number_format format_of(std::string_view code)
{
    if (code.size() > code_bytes_max) return {};
    return format_reader(code).read();
}

std::string_view built_in_code(int id)
{
    static constexpr std::string_view day = "d/m/y", time = "h:mm";
    static constexpr std::string_view whole = "#,##0;(#,##0)", cents = "#,##0.00;(#,##0.00)";
    static constexpr std::string_view books = "#,##0;(#,##0);\"-\"";
    static constexpr std::string_view books_cents = "#,##0.00;(#,##0.00);\"-\"";
    // clang-format off
    static constexpr std::array<std::string_view, 50> codes{
        "",    "0",   "0.00", "#,##0", "#,##0.00", "",     "",     "",    "",    "0%",   // 0
        "0.00%", "",  "",     "",      day,        day,    day,    day,   time,  time,   // 10
        time,  time,  day,    "",      "",         "",     "",     day,   day,   day,    // 20
        day,   day,   day,    day,     day,        day,    day,    whole, whole, cents,  // 30
        cents, books, books,  books_cents, books_cents, time, time, time, "",    ""};    // 40
    // clang-format on
    if (id >= 50 && id <= 58) return day; // of East Asian languages, as are 27 to 36
    const bool known = id >= 0 && static_cast<std::size_t>(id) < codes.size();
    return known ? codes[static_cast<std::size_t>(id)] : "";
}

double as_displayed(double value, const number_pattern& pattern)
{
    const double scaled = rounded(pattern.is_percent ? value * 100 : value);
    if (!std::isfinite(scaled)) return value;
    if (keeps_own_digits(scaled, pattern)) return scaled;
    const double ten = std::pow(10, std::min(pattern.decimals, decimals_max));
    return rounded(std::round(rounded(scaled * ten)) / ten);
}

std::string number_text(double value, const number_pattern& pattern)
{
    const double number = as_displayed(value, pattern);
    std::string text = workflow::indonesian_number(number);
    if (!keeps_own_digits(number, pattern) && pattern.decimals > 0) {
        const auto comma = text.find(',');
        const std::size_t there = comma == text.npos ? 0 : text.size() - comma - 1;
        const auto wanted = static_cast<std::size_t>(std::min(pattern.decimals, decimals_max));
        if (comma == text.npos) text += ',';
        text.append(wanted - std::min(there, wanted), '0');
    }
    return pattern.is_grouped ? grouped(std::move(text)) : text;
}

workflow::sheet_cell shown(double value, const number_format& format, bool from_1904)
{
    using form = number_pattern::form;
    constexpr double last_day = 2958466; // the end of the year 9999
    const auto [pattern, has_own_sign] = chosen_for(value, format);
    if (pattern.is == form::date && value > 0 && value < last_day)
        return {date_text(value, from_1904), {}, {}, {}, workflow::cell_form::dated};
    const double number = as_displayed(value, pattern);
    const auto text = trimmed(pattern.before);
    if (pattern.is == form::literal && !text.empty()) return {text, number};
    const bool sign_in_front = value < 0 && !has_own_sign;
    const std::string digits = number_text(std::abs(value), pattern);
    return {trimmed((sign_in_front ? "-" : "") + pattern.before + digits + pattern.after), number};
}

} // namespace api
