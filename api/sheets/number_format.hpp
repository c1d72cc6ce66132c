#pragma once
// Number formats of workbooks: what a code such as `0.0%` or `0" desa"` makes of a number.
#include "workflow/matrix/sheet.hpp"
#include <string_view>

namespace api {

// One of the parts of a code, which are parted by semicolons.
struct number_pattern {
    enum class form {
        general, // the number's own digits: also what is shown in no simple way (fractions, 1E+06)
        number,
        literal, // a text instead of the number: "-"
        date,
    };
    form is{};
    std::string before, after; // `"Rp"0" desa"`
    int decimals{};
    bool is_grouped{};
    bool is_percent{};
};

// For positive numbers, negative ones and zero; fewer where they are not told apart, none for
// `General`.
struct number_format {
    std::vector<number_pattern> patterns;
};

number_format format_of(std::string_view code);

// The code of a format that every workbook has without declaring it; empty for `General`.
std::string_view built_in_code(int id);

// The cell for a number in a format, in Indonesian notation: 75,5% · 6 desa · Rp1.250 · 2026-04-30
// · 2026-04-30 09:30. The number is as displayed too, with one exception: a fraction that a format
// without decimals hides is shown, for it is what somebody typed (3,5 and not 4).
workflow::sheet_cell shown(double value, const number_format&, bool from_1904);

// With so many decimals, or with its own when there are none and it is no percentage.
std::string number_text(double value, const number_pattern&);
// What number_text shows.
double as_displayed(double value, const number_pattern&);

} // namespace api
