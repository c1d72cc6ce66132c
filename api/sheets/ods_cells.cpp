// Texts, numbers and dates of ODF cells (part 3, 9.1.4 and 19.385).
#include "api/sheets/ods_cells.hpp"
#include "api/sheets/number_format.hpp"
#include "api/sheets/spreadsheet_guard.hpp"
#include "workflow/matrix/matrix_numbers.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>

namespace api {

namespace {

using workflow::sheet_cell;

constexpr int depth_max = 16; // of spans in spans
constexpr std::string_view blank_characters = " \t\r\n";

// The text of paragraphs, with what of it is struck through.
class text_reader {
public:
    explicit text_reader(const ods_styles& styles) : styles_(styles) {}

    sheet_cell read(pugi::xml_node cell)
    {
        const bool struck = styles_.is_struck(cell).value_or(false);
        bool first = true;
        each_child(cell, "p", [&](pugi::xml_node paragraph) {
            if (!first) text_ += '\n';
            first = false;
            begins_line_ = true;
            take(paragraph, struck, 0);
        });
        sheet_cell made{std::move(text_)};
        made.struck = has_struck_ && !has_other_;
        return made;
    }

private:
    void take(pugi::xml_node parent, bool struck, int depth)
    {
        if (depth > depth_max) return;
        for (const auto child : parent.children()) {
            const auto name = local_name(child.name());
            if (child.type() == pugi::node_pcdata)
                take_characters(child.value(), struck);
            else if (name == "s")
                text_.append(std::clamp(attribute_named(child, "c").as_uint(1), 1u, 1000u), ' ');
            else if (name == "tab" || name == "line-break")
                text_ += name == "tab" ? '\t' : '\n';
            else if (name == "span" || name == "a")
                take(child, styles_.is_struck(child).value_or(struck), depth + 1);
        }
    }

    // A run of blanks is one, and none at the beginning of a paragraph.
    void take_characters(std::string_view characters, bool struck)
    {
        for (const char c : characters) {
            const bool blank = blank_characters.find(c) != blank_characters.npos;
            if (blank && (begins_line_ || after_blank_)) continue;
            text_ += blank ? ' ' : c;
            after_blank_ = blank;
            begins_line_ = false;
            if (!blank) (struck ? has_struck_ : has_other_) = true;
        }
    }

    const ods_styles& styles_;
    std::string text_;
    bool begins_line_{true}, after_blank_{};
    bool has_struck_{}, has_other_{};
};

std::string digits_of(std::string_view text)
{
    std::string digits;
    for (const char c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

// The pattern by which this text shows the value: its last mark parts decimals where the digits say
// so, and thousands where they do not.
std::optional<number_pattern> pattern_of(double value, bool is_percent, const std::string& shown)
{
    const auto first = shown.find_first_of("0123456789");
    const auto last = shown.find_last_of("0123456789");
    if (first == shown.npos) return {};
    const auto core = std::string_view(shown).substr(first, last - first + 1);
    if (core.find_first_not_of("0123456789.,") != core.npos) return {};
    const auto mark = core.find_last_of(".,");
    number_pattern pattern{number_pattern::form::number,
                           shown.substr(0, first),
                           shown.substr(last + 1),
                           0,
                           mark != core.npos,
                           is_percent};
    // What a program shows without decimals, we may show with its fraction (number_format.hpp).
    const double whole = std::round(std::abs(value) * (is_percent ? 100 : 1));
    if (digits_of(workflow::indonesian_number(whole)) == digits_of(core)) return pattern;
    if (mark == core.npos) return {};
    pattern.decimals = static_cast<int>(core.size() - mark - 1);
    pattern.is_grouped = core.find_first_of(".,") != mark;
    if (digits_of(number_text(std::abs(value), pattern)) != digits_of(core)) return {};
    return pattern;
}

std::optional<double> number_in(std::string_view text)
{
    double value = 0;
    const auto end = text.data() + text.size();
    const auto [stop, wrong] = std::from_chars(text.data(), end, value);
    if (wrong != std::errc{} || stop != end || !std::isfinite(value)) return {};
    return value;
}

// 2026-04-30 · 2026-04-30T09:30:00
std::string day_and_time(std::string text)
{
    constexpr std::size_t minutes_end = std::string_view("2026-04-30T09:30").size();
    const auto letter = text.find('T');
    if (letter == text.npos) return text;
    text[letter] = ' ';
    if (text.size() > minutes_end) text.resize(minutes_end);
    return text.ends_with(" 00:00") ? text.substr(0, letter) : text;
}

} // namespace

ods_styles::ods_styles(pugi::xml_node styles)
{
    each_child(styles, "style", [&](pugi::xml_node node) {
        style found;
        const auto table = child_named(node, "table-properties");
        found.hidden = !is_on(attribute_named(table, "display"), true);
        const auto text = child_named(node, "text-properties");
        for (const auto* name : {"text-line-through-style", "text-line-through-type"})
            if (const auto line = attribute_named(text, name))
                found.struck = line.value() != std::string_view("none");
        if (found.hidden || found.struck) styles_[attribute_named(node, "name").value()] = found;
    });
}

const ods_styles::style* ods_styles::style_of(pugi::xml_node node) const
{
    const auto found = styles_.find(std::string_view(attribute_named(node, "style-name").value()));
    return found == styles_.end() ? nullptr : &found->second;
}

bool ods_styles::is_hidden(pugi::xml_node table) const
{
    const auto* found = style_of(table);
    return found && found->hidden;
}

std::optional<bool> ods_styles::is_struck(pugi::xml_node node) const
{
    const auto* found = style_of(node);
    return found ? found->struck : std::nullopt;
}

sheet_cell cell_as_shown(double value, bool is_percent, const std::string& shown)
{
    number_pattern pattern{
        number_pattern::form::general, "", is_percent ? "%" : "", 0, false, is_percent};
    if (auto found = pattern_of(value, is_percent, shown)) pattern = std::move(*found);
    const bool says_its_sign = pattern.before.find_first_of("-(") != std::string::npos;
    const std::string sign = value < 0 && !says_its_sign ? "-" : "";
    return {sign + pattern.before + number_text(std::abs(value), pattern) + pattern.after,
            as_displayed(value, pattern)};
}

sheet_cell ods_cell(pugi::xml_node node, const ods_styles& styles)
{
    using form = workflow::cell_form;
    sheet_cell cell = text_reader(styles).read(node);
    const auto type_of = [&](std::string_view prefix) {
        for (const auto attribute : node.attributes())
            if (std::string_view(attribute.name()).starts_with(prefix) &&
                local_name(attribute.name()) == "value-type")
                return std::string_view(attribute.value());
        return std::string_view();
    };
    const std::string_view type = type_of("office:");
    const auto with = [&](sheet_cell made) {
        made.struck = cell.struck;
        return made;
    };
    if (type_of("calcext:") == "error") return with({cell.text, {}, true});
    if (type == "boolean")
        return with({is_on(attribute_named(node, "boolean-value"), false) ? "TRUE" : "FALSE",
                     {},
                     {},
                     {},
                     form::truth});
    if (type == "date")
        return with(
            {day_and_time(attribute_named(node, "date-value").value()), {}, {}, {}, form::dated});
    if (type == "time") return with({cell.text, {}, {}, {}, form::dated});
    if (type == "float" || type == "currency" || type == "percentage") {
        const auto value = number_in(attribute_named(node, "value").value());
        if (!value) return with({cell.text, {}, true});
        return with(cell_as_shown(*value, type == "percentage", cell.text));
    }
    const std::string_view formula = attribute_named(node, "formula").value();
    if (type.empty() && cell.text.empty() && !formula.empty())
        return {"=" + std::string(formula), {}, true, {}, form::not_calculated};
    if (cell.text.empty()) cell.text = attribute_named(node, "string-value").value();
    cell.text = without_guard(std::move(cell.text));
    return cell;
}

} // namespace api
