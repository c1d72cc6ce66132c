#pragma once
// Numbers as Indonesian offices write them: 1.000 is a thousand, 75,5 has a decimal comma.
#include "workflow/matrix/matrix.hpp"

namespace workflow {

inline constexpr std::size_t quantity_digits_max = 15; // before the comma

// How a file writes its numbers, as far as its other cells show it.
enum class number_style {
    unknown,
    indonesian, // somewhere it has 75,5 or 1.250,75
    american,   // somewhere it has 75.5 or 1,250.75, and nowhere the former
};

struct cell_quantity {
    enum class form {
        absent,         // empty or a dash
        number,         // with its unit, if it has one
        words,          // a text; with a remark where it has figures that are not one number
        same_as_above,  // "sda", "idem", a ditto mark
        unclear,        // neither words nor a number
        negative,       // below zero
        ambiguous,      // `1,000` in a text, which American programs write for a thousand
        dated,          // a day that a spreadsheet program has made of what was typed
        truth,          // TRUE, FALSE
        not_calculated, // a formula that no program has worked out
    };
    form is{form::absent};
    std::optional<double> value{};
    std::string unit{}; // "desa", "%"; as written. Also of words: "dokumen" of "1 dokumen/tahun"
    const char* remark = ""; // key of what is said of a number or of words
};

// Empty or a dash. Precondition: tidied text.
bool says_nothing(std::string_view);

cell_quantity quantity_in(const sheet_cell&, number_style = number_style::unknown);

// The key of the problem that a cell of this form is; empty: it is none.
std::string_view problem_of(cell_quantity::form);

// Whether one unit stands for the other: "dok" and "dokumen", "%" and "persen".
bool same_unit(std::string_view one, std::string_view other);

// Gathers how the cells of targets write their numbers; cells with a number of their own show
// nothing of it.
class number_styles_seen {
public:
    void see(const sheet_cell&);
    number_style of_others(const sheet_cell&) const; // than this one, which was seen as well

private:
    int indonesian_{}, american_{};
};

// The action's number: 1, "1.", "1)", 01; empty when it is none from 1 to matrix_number_max.
std::optional<int> action_number_in(const sheet_cell&);

// The shortest text of up to 15 significant digits, with a decimal comma and without thousands'
// dots: 1000, 75,5. Numbers of a workbook are shown to readers in this form.
std::string indonesian_number(double);

// Whether the text is exactly what a numeric cell of that value reads back as.
bool is_plain_number(std::string_view text, double value);

// As indonesian_number, but with every digit the value needs, and never ambiguous: 1,1250.
std::string exact_number(double);

// A plain number in Indonesian notation, nothing around it. Precondition: tidied text.
std::optional<double> plain_number_in(std::string_view);

// "1,000": a thousand by one notation, one by the other. "0,125" can only be the latter.
bool may_be_thousands(std::string_view);

} // namespace workflow
