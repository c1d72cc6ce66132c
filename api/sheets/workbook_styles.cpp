// Number formats of workbooks (ECMA-376 part 1, 18.8.30).
#include "api/sheets/workbook_styles.hpp"
#include "workflow/days/clock.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>

namespace api {

namespace {

number_format built_in(int id)
{
    const bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
                      (id >= 50 && id <= 58);
    if (date) return number_format::date;
    return id == 9 || id == 10 ? number_format::percent : number_format::plain;
}

// 15 significant digits, as spreadsheet programs show them: 0,3 and not 0,30000000000000004.
double rounded(double value)
{
    std::array<char, 40> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value,
                                   std::chars_format::general, 15);
    std::from_chars(text.data(), end.ptr, value);
    return value;
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

} // namespace

std::string_view local_name(const char* name)
{
    const std::string_view whole(name);
    const auto colon = whole.find(':');
    return colon == whole.npos ? whole : whole.substr(colon + 1);
}

pugi::xml_node child_named(pugi::xml_node parent, std::string_view name)
{
    for (const auto child : parent.children())
        if (local_name(child.name()) == name) return child;
    return {};
}

std::vector<number_format> number_formats(const pugi::xml_document& styles)
{
    const auto root = child_named(styles, "styleSheet");
    std::map<int, number_format> custom;
    each_child(child_named(root, "numFmts"), "numFmt", [&](pugi::xml_node format) {
        custom[format.attribute("numFmtId").as_int()] =
            format_of(format.attribute("formatCode").value());
    });
    std::vector<number_format> formats;
    each_child(child_named(root, "cellXfs"), "xf", [&](pugi::xml_node style) {
        const int id = style.attribute("numFmtId").as_int();
        const auto own = custom.find(id);
        formats.push_back(own == custom.end() ? built_in(id) : own->second);
    });
    return formats;
}

number_format format_of(std::string_view code)
{
    bool date = false;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char c = code[at];
        if (c == ';') break; // further sections are for negative numbers and texts
        if (c == '"' || c == '[') {
            at = std::min(code.find(c == '"' ? '"' : ']', at + 1), code.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++at;
        } else if (c == '%') {
            return number_format::percent;
        } else {
            date |= std::string_view("ymdhsYMDHS").find(c) != std::string_view::npos;
        }
    }
    return date ? number_format::date : number_format::plain;
}

workflow::sheet_cell shown(double value, number_format format, bool from_1904)
{
    constexpr double last_day = 2958466; // the end of the year 9999
    if (format == number_format::date && value > 0 && value < last_day)
        return {date_text(value, from_1904), {}, {}};
    const bool percent = format == number_format::percent;
    const double number = rounded(percent ? value * 100 : value);
    return {workflow::indonesian_number(number) + (percent ? "%" : ""), number, {}};
}

} // namespace api
