#pragma once
// Numbers as Indonesian offices write them: 1.000 is a thousand, 75,5 has a decimal comma.
#include "workflow/matrix/matrix.hpp"

namespace workflow {

inline constexpr std::size_t quantity_digits_max = 15; // before the comma

struct cell_quantity {
    enum class form { absent, number, words, unclear, negative, ambiguous };
    form is{form::absent};
    std::optional<double> value;
};

// Empty or a dash. Precondition: tidied text.
bool says_nothing(std::string_view);

// absent: empty or a dash. words: it has a letter. unclear: neither words nor a number as above.
// ambiguous: `1,000` in a text, which American programs write for a thousand.
cell_quantity quantity_in(const sheet_cell&);

// The action's number: 1, "1.", "1)", 01; empty when it is none from 1 to matrix_number_max.
std::optional<int> action_number_in(const sheet_cell&);

// The shortest text of up to 15 significant digits, with a decimal comma and without thousands'
// dots: 1000, 75,5. Numbers of a workbook are shown to readers in this form.
std::string indonesian_number(double);

// Whether the text is exactly what a numeric cell of that value reads back as.
bool is_plain_number(std::string_view text, double value);

// As indonesian_number, but with every digit the value needs, and never ambiguous: 1,1250.
std::string exact_number(double);

} // namespace workflow
