// Numbers as a format shows them.
#include "api/sheets/number_format.hpp"
#include "tests/support/catch.hpp"

using namespace api;

TEST_CASE("a number is shown as its format shows it, in Indonesian notation")
{
    struct expected {
        const char* code;
        double value;
        std::string text;
        double number;
    };
    const expected table[]{
        {"", 1250, "1250", 1250},
        {"General", 0.30000000000000004, "0,3", 0.3},
        {"General\" desa\"", 6, "6 desa", 6},
        {"#,##0", 1250, "1.250", 1250},
        {"#,##0", 150, "150", 150},
        {"#,##0", 150000000, "150.000.000", 150000000},
        {"#,##0.00", 12345678.9, "12.345.678,90", 12345678.9},
        {"\"Rp\"#,##0", 150000000, "Rp150.000.000", 150000000},
        {"[$Rp-421]\\ #,##0", 1250, "Rp 1.250", 1250},
        {"0\" desa\"", 6, "6 desa", 6},
        {"0 \"desa\"", 6, "6 desa", 6},
        {"\"hari\" 0", 6, "hari 6", 6},
        {"0\\d", 6, "6d", 6},
        {"0.0", 3.5, "3,5", 3.5},
        {"0", 3.5, "3,5", 3.5}, // a fraction that somebody typed is not rounded away
        {"0.0", 3.14159, "3,1", 3.1},
        {"0.00", 1.005, "1,01", 1.01},
        {"0%", 0.755, "76%", 76},
        {"0.0%", 0.755, "75,5%", 75.5},
        {"0.00%", 0.333333333333, "33,33%", 33.33},
        {"0.0 %", 0.755, "75,5 %", 75.5},
        {"0%", 0.07, "7%", 7},
        {"0", -2, "-2", -2},
        {"#,##0_);[Red](#,##0)", -1250, "(1.250)", -1250},
        {"#,##0_);[Red]-0%", 1250, "1.250", 1250},
        {"\"-\"", 0, "-", 0},
        {"_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)", 0, "-", 0},
        {"_(* #,##0_);_(* (#,##0);_(* \"-\"??_);_(@_)", 1250, "1.250", 1250},
        {";;;", 6, "6", 6}, // what a format hides is read all the same
        {"# ?/?", 0.5, "0,5", 0.5},
        {"0.00E+00", 1250, "1250", 1250},
        {"#,##0,", 1250, "1250", 1250},
        {"000-000", 123456, "123456", 123456},
        {"[>=1000]0.0;0", 1250, "1250", 1250},
        {"@", 6, "6", 6},
        {"0;@", -6, "-6", -6},
        {"\"open", 6, "open", 6},
        {"[", 6, "6", 6},
        {"\\", 6, "6", 6},
        {"0.0000000000000000000000", 0.5, "0,500000000000000", 0.5},
    };
    for (const auto& [code, value, text, number] : table) {
        INFO(code << " " << value);
        const auto cell = shown(value, format_of(code), false);
        CHECK(cell.text == text);
        CHECK(cell.number == number);
        CHECK(cell.form == workflow::cell_form::plain);
    }
}

TEST_CASE("a date is a text, whatever was typed")
{
    for (const auto* code : {"dd mmmm yyyy", "[$-421]dd mmmm yyyy", "dd/mm/yyyy;@", "d-mmm",
                             "yyyy\\-mm\\-dd", "DD.MM.YYYY"}) {
        INFO(code);
        const auto cell = shown(46115, format_of(code), false);
        CHECK(cell.text == "2026-04-03");
        CHECK_FALSE(cell.number);
        CHECK(cell.form == workflow::cell_form::dated);
    }
    CHECK(shown(46142, format_of(built_in_code(14)), false).text == "2026-04-30");
    CHECK(shown(46142.395833333336, format_of("d/m/yyyy h:mm"), false).text == "2026-04-30 09:30");
    CHECK(shown(0.5, format_of("[h]:mm"), false).text == "12:00");
    CHECK(shown(1250, format_of(built_in_code(3)), false).text == "1.250");
    CHECK(shown(0.5, format_of(built_in_code(10)), false).text == "50,00%");
    CHECK(shown(5, format_of(std::string(300, '0')), false).text == "5");
}
