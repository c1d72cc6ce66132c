// Reads target cells: a number with what offices write around it.
#include "workflow/matrix/matrix_number_words.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace workflow {

namespace {

using form = cell_quantity::form;

constexpr double quantity_limit = 1e15; // the first number of more than quantity_digits_max digits

template <class list> bool holds(const list& words, std::string_view word)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
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

bool has_digit(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), is_digit);
}

bool all_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

cell_quantity words(const char* remark = "", std::string unit = {})
{
    return {form::words, {}, std::move(unit), remark};
}

std::string swapped(std::string_view text)
{
    std::string out(text);
    for (char& c : out) c = c == '.' ? ',' : c == ',' ? '.' : c;
    return out;
}

// A number by American notation only: 75.5, 1,250.75, 1,000,000.
bool is_american(std::string_view text)
{
    return !plain_number_in(text) && !may_be_thousands(text) && plain_number_in(swapped(text));
}

// "1 250" with a space or a no-break space between the thousands.
std::optional<double> spaced_number_in(std::string_view text)
{
    std::string dotted;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 2) == "\xC2\xA0")
            dotted += '.', ++at;
        else
            dotted += text[at] == ' ' ? '.' : text[at];
    }
    if (text.find('.') != text.npos || dotted == text) return {};
    return plain_number_in(dotted);
}

cell_quantity foreign_number(std::string_view text, number_style style)
{
    const auto by_american = plain_number_in(swapped(text));
    if (style == number_style::american && by_american)
        return {form::number, by_american, {}, "matrix_quantity_american"};
    if (style == number_style::indonesian) return words("matrix_quantity_foreign");
    return {may_be_thousands(text) ? form::ambiguous : form::unclear};
}

// The whole text is figures and signs.
cell_quantity bare(std::string_view text, number_style style)
{
    if (may_be_thousands(text) || is_american(text)) return foreign_number(text, style);
    if (const auto value = plain_number_in(text)) {
        // By the file's own notation 1.250 has a decimal point.
        const bool doubtful = style == number_style::american && text.find('.') != text.npos;
        return doubtful ? cell_quantity{form::ambiguous} : cell_quantity{form::number, value};
    }
    if (text.starts_with('-') && plain_number_in(text.substr(1))) return {form::negative};
    if (const auto value = spaced_number_in(text))
        return {form::number, value, {}, "matrix_quantity_spaced"};
    return {form::unclear};
}

// What stands around one number: "(3)", "3*", "'5", "6.", "+3".
cell_quantity with_signs(std::string_view text, number_style style)
{
    const auto within = [&](std::size_t before, std::size_t behind) {
        return bare(tidy_text(text.substr(before, text.size() - before - behind)), style);
    };
    const auto said = [](cell_quantity read, const char* remark) {
        if (read.is == form::number) read.remark = remark;
        return read;
    };
    const auto plain = bare(text, style);
    if (plain.is != form::unclear || !has_digit(text)) return plain;
    if (text.ends_with('*')) return said(within(0, 1), "matrix_quantity_mark");
    if (text.starts_with('\'')) return said(within(1, 0), "matrix_quantity_mark");
    if (text.starts_with('+')) return said(within(1, 0), "matrix_quantity_mark");
    if (text.ends_with('.') && all_digits(text.substr(0, text.size() - 1))) return within(0, 1);
    const auto figures = text.find_first_of("-/()<>~.,");
    const bool too_long = std::count_if(text.begin(), text.end(), is_digit) >
                          static_cast<std::ptrdiff_t>(quantity_digits_max);
    if (figures == text.npos || too_long || looks_like_day(text)) return plain;
    if (text.find_first_of("-/()<>~") != text.npos) return words("matrix_quantity_not_one");
    return text.find(' ') != text.npos ? words("matrix_quantity_not_one") : plain;
}

// Where the leading number ends.
std::size_t figures_end(std::string_view text)
{
    std::size_t end = text.find_first_not_of("0123456789.,");
    end = std::min(end, text.size());
    while (end > 0 && !is_digit(text[end - 1])) --end;
    return end;
}

// Whether the words behind a number say how often, or up to when, and not of what.
bool is_rate(std::string_view unit)
{
    static constexpr std::array words{"per",     "setiap",  "tiap",    "sekali",
                                      "sebulan", "setahun", "sehari",  "seminggu",
                                      "sebelum", "sesudah", "setelah", "pertama"};
    static constexpr std::array times{"/tahun",  "/thn",  "/th",       "/bulan",    "/bln",
                                      "/minggu", "/hari", "/triwulan", "/semester", "/periode"};
    const std::string lower = in_lower_case(unit);
    for (const std::string_view time : times)
        if (lower.find(time) != lower.npos) return true;
    const auto all = words_of(lower);
    return std::any_of(all.begin(), all.end(),
                       [&](const std::string& word) { return holds(words, word); });
}

// "dokumen" of "dokumen/tahun".
std::string unit_alone(std::string_view text)
{
    const auto all = words_of(text);
    return all.empty() ? std::string() : all[0].substr(0, all[0].find('/'));
}

bool is_unit(std::string_view text)
{
    constexpr std::size_t words_max = 6;
    return text == "%" ||
           (!has_digit(text) && has_letter(text) && is_letter(text[0]) &&
            text.find_first_of(",;@+&=:()\n") == text.npos && words_of(text).size() <= words_max);
}

// "(dua belas)" behind the figure: taken out, and compared with it.
cell_quantity in_words_too(double value, std::string_view rest)
{
    const auto close = rest.find(')');
    const auto inside = rest.substr(1, close - 1);
    const std::string behind = tidy_text(rest.substr(close + 1));
    if (!behind.empty() && !is_unit(behind)) return words("matrix_quantity_not_one");
    if (is_rate(behind)) return words("matrix_quantity_rate", unit_alone(behind));
    const auto spelled = spelled_number_in(inside);
    if (!spelled) return words("matrix_quantity_not_one", behind);
    return {form::number, value, behind, *spelled == value ? "" : "matrix_quantity_contradicts"};
}

// "6 desa", "12 (dua belas) kegiatan", "100 persen", "2x".
cell_quantity with_unit(std::string_view text, number_style style)
{
    const auto end = figures_end(text);
    if (end == 0 && has_digit(text)) return words("matrix_quantity_not_one");
    if (end == 0) return words(is_mark(text) ? "matrix_target_mark" : "");
    const cell_quantity read = bare(text.substr(0, end), style);
    const std::string rest = tidy_text(text.substr(end));
    if (read.is != form::number)
        return words(read.is == form::words ? read.remark : "matrix_quantity_not_one");
    if (rest.starts_with('(') && rest.find(')') != rest.npos) {
        cell_quantity found = in_words_too(*read.value, rest);
        if (found.is == form::number && *found.remark == '\0') found.remark = read.remark;
        return found;
    }
    if (rest == "x") return {form::number, read.value, "kali", read.remark};
    if (!is_unit(rest)) return words("matrix_quantity_not_one");
    if (is_rate(rest)) return words("matrix_quantity_rate", unit_alone(rest));
    return {form::number, read.value, rest, read.remark};
}

// Without letters: "75,5 %", "90-100%".
cell_quantity in_percent(std::string_view text, number_style style)
{
    if (!text.ends_with('%')) return with_signs(text, style);
    cell_quantity read = with_signs(tidy_text(text.substr(0, text.size() - 1)), style);
    if (read.is == form::number || read.is == form::words) read.unit = "%";
    return read;
}

struct bound {
    std::string_view sign;
    const char* remark;
};
constexpr bound bounds[]{
    {"\xE2\x89\xA5", "matrix_quantity_at_least"},   {">=", "matrix_quantity_at_least"},
    {"minimal", "matrix_quantity_at_least"},        {"min.", "matrix_quantity_at_least"},
    {"paling sedikit", "matrix_quantity_at_least"}, {"sedikitnya", "matrix_quantity_at_least"},
};

// "≥ 3 desa", "Minimal 3": the number is what must be reached.
std::optional<cell_quantity> at_least(std::string_view text, number_style style)
{
    const std::string lower = in_lower_case(text);
    for (const bound& each : bounds) {
        if (!lower.starts_with(each.sign)) continue;
        const std::string rest = tidy_text(text.substr(each.sign.size()));
        cell_quantity read = has_letter(rest) ? with_unit(rest, style) : in_percent(rest, style);
        if (read.is != form::number) return words("matrix_quantity_not_one");
        read.remark = each.remark;
        return read;
    }
    return {};
}

cell_quantity of_number(const sheet_cell& cell)
{
    const double value = *cell.number;
    if (!std::isfinite(value) || value >= quantity_limit) return {form::unclear};
    if (value < 0) return {form::negative};
    const std::string text = tidy_text(cell.text);
    if (!text.empty() && says_nothing(text)) return {form::absent}; // 0 that is shown as a dash
    const auto shown = quantity_in({text});
    const bool has_unit = shown.is == form::number && shown.value == value;
    return {form::number, value, has_unit ? shown.unit : std::string()};
}

} // namespace

cell_quantity quantity_in(const sheet_cell& cell, number_style style)
{
    if (cell.form == cell_form::dated) return {form::dated};
    if (cell.form == cell_form::truth) return {form::truth};
    if (cell.form == cell_form::not_calculated) return {form::not_calculated};
    if (cell.number) return of_number(cell);
    const std::string text = tidy_text(cell.text);
    if (says_nothing(text)) return {form::absent};
    if (is_ditto(text)) return {form::same_as_above};
    if (is_nil(text)) return words("matrix_target_nil");
    if (auto found = at_least(text, style)) return *found;
    return has_letter(text) ? with_unit(text, style) : in_percent(text, style);
}

bool same_unit(std::string_view one, std::string_view other)
{
    const auto key_of = [](std::string_view unit) {
        return unit == "%" ? std::string("persen") : spelling_key(unit);
    };
    constexpr std::size_t abbreviated_min = 3;
    const std::string mine = key_of(one), theirs = key_of(other);
    const auto shorter = std::min(mine.size(), theirs.size());
    return mine == theirs ||
           (shorter >= abbreviated_min && mine.substr(0, shorter) == theirs.substr(0, shorter));
}

std::string_view problem_of(form is)
{
    switch (is) {
    case form::unclear:
        return "matrix_quantity_unclear";
    case form::negative:
        return "matrix_quantity_negative";
    case form::ambiguous:
        return "matrix_quantity_ambiguous";
    case form::dated:
        return "matrix_quantity_dated";
    case form::truth:
        return "matrix_quantity_truth";
    case form::not_calculated:
        return "matrix_quantity_not_calculated";
    default:
        return {};
    }
}

void number_styles_seen::see(const sheet_cell& cell)
{
    if (cell.number) return;
    std::string text = tidy_text(cell.text);
    if (text.ends_with('%')) text = tidy_text(text.substr(0, text.size() - 1));
    if (is_american(text)) ++american_;
    if (!may_be_thousands(text) && text.find(',') != text.npos && plain_number_in(text))
        ++indonesian_;
}

number_style number_styles_seen::of_others(const sheet_cell& cell) const
{
    number_styles_seen own;
    own.see(cell);
    if (indonesian_ > own.indonesian_) return number_style::indonesian;
    return american_ > own.american_ ? number_style::american : number_style::unknown;
}

} // namespace workflow
