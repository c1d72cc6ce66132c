// Sheets of workbooks (ECMA-376 part 1, 18.3): rows, cells, merges, columns.
#include "api/sheets/workbook_cells.hpp"
#include "api/sheets/spreadsheet_guard.hpp"
#include <charconv>
#include <cmath>

namespace api {

namespace {

using workflow::sheet;
using workflow::sheet_cell;
using workflow::sheet_row;

constexpr int row_number_max = 1'048'576; // of the format

// _x000D_ stands for a character that XML cannot hold; _x005F_ for an underscore before such.
std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned code = 0;
        const bool form =
            text.size() - at >= 7 && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_';
        const char* first = text.data() + at + 2;
        if (form && std::from_chars(first, first + 4, code, 16).ptr == first + 4 && code < 0x80) {
            out += static_cast<char>(code);
            at += 6;
        } else {
            out += text[at];
        }
    }
    return out;
}

// B7 → 1; nothing when it is no cell's name.
std::optional<std::size_t> column_in(std::string_view reference)
{
    constexpr std::size_t letters_max = 3;
    std::size_t column = 0, letters = 0;
    for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z';
         ++letters)
        column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A') + 1;
    if (letters == 0 || letters > letters_max) return {};
    return column - 1;
}

sheet_cell plain(std::string text)
{
    return {std::move(text), {}, {}};
}

sheet_cell fault(std::string_view text)
{
    return {std::string(text), {}, true};
}

class cell_reader {
public:
    cell_reader(const workbook_parts& parts, sheet_limits& limits, sheet& page)
        : parts_(parts), limits_(limits), page_(page)
    {
    }

    workflow::result<void> row(pugi::xml_node node)
    {
        if (local_name(node.name()) != "row") return {};
        number_ = node.attribute("r").as_int(number_ + 1);
        if (number_ < 1 || number_ > row_number_max) return unreadable("spreadsheet_damaged");
        auto read = cells_of(node);
        if (!read) return read.error();
        read->hidden = is_on(node.attribute("hidden"), false);
        return limits_.add(page_, std::move(*read));
    }

private:
    workflow::result<sheet_row> cells_of(pugi::xml_node node)
    {
        sheet_row row{number_, {}};
        std::size_t next = 0, text_bytes = 0;
        for (const auto child : node.children()) {
            if (local_name(child.name()) != "c") continue;
            const auto column = column_in(child.attribute("r").value()).value_or(next);
            next = column + 1;
            sheet_cell cell = marked_cell(child);
            if (cell.text.empty() && !cell.error) continue;
            if (column >= spreadsheet_columns_max)
                return too_large("spreadsheet_columns_too_many", spreadsheet_columns_max);
            if ((text_bytes += cell.text.size()) > spreadsheet_text_bytes_max) // one text, shared
                return too_large("spreadsheet_text_too_large", spreadsheet_text_bytes_max >> 20);
            if (row.cells.size() <= column) row.cells.resize(column + 1);
            row.cells[column] = std::move(cell);
        }
        return row;
    }

    const cell_style& style_of(pugi::xml_node node) const
    {
        static const cell_style none{std::make_shared<const number_format>(), false};
        const auto style = node.attribute("s").as_uint();
        return style < parts_.styles.size() ? parts_.styles[style] : none;
    }

    sheet_cell marked_cell(pugi::xml_node node) const
    {
        const bool style_strikes = style_of(node).struck;
        const std::string_view type = node.attribute("t").value();
        if (type == "inlineStr") return texted(string_item(child_named(node, "is")), style_strikes);
        const std::string_view value = child_named(node, "v").text().get();
        if (type == "s" && !value.empty()) return shared_string(value, style_strikes);
        sheet_cell cell = typed_cell(node, type, value);
        cell.struck = style_strikes && !cell.text.empty();
        return cell;
    }

    sheet_cell typed_cell(pugi::xml_node node, std::string_view type, std::string_view value) const
    {
        using form = workflow::cell_form;
        const auto formula = child_named(node, "f");
        if (value.empty() && formula && type != "str")
            return {"=" + std::string(formula.text().get()), {}, true, {}, form::not_calculated};
        if (value.empty()) return {};
        if (type == "e") return fault(value);
        if (type == "b") return {value == "1" ? "TRUE" : "FALSE", {}, {}, {}, form::truth};
        if (type == "str") return plain(without_guard(unescaped(value)));
        if (type == "d") return {std::string(value), {}, {}, {}, form::dated};
        return number(node, value);
    }

    static sheet_cell texted(const shared_text& item, bool style_strikes)
    {
        sheet_cell cell = plain(without_guard(item.text));
        cell.struck =
            !item.text.empty() && (style_strikes ? item.struck_with_cell : item.struck_alone);
        return cell;
    }

    sheet_cell shared_string(std::string_view value, bool style_strikes) const
    {
        std::size_t index = parts_.strings.size();
        std::from_chars(value.data(), value.data() + value.size(), index);
        if (index >= parts_.strings.size()) return fault(value);
        return texted(parts_.strings[index], style_strikes);
    }

    sheet_cell number(pugi::xml_node node, std::string_view value) const
    {
        double number = 0;
        const auto [end, wrong] =
            std::from_chars(value.data(), value.data() + value.size(), number);
        if (wrong != std::errc{} || end != value.data() + value.size() || !std::isfinite(number))
            return fault(value);
        return shown(number, *style_of(node).format, parts_.from_1904);
    }

    const workbook_parts& parts_;
    sheet_limits& limits_;
    sheet& page_;
    int number_{};
};

struct place {
    int row{};
    std::size_t column{};
};

// B7
std::optional<place> place_in(std::string_view reference)
{
    const auto column = column_in(reference);
    const auto digits = reference.find_first_of("0123456789");
    if (!column || digits == reference.npos) return {};
    place found{0, *column};
    const auto end = reference.data() + reference.size();
    const auto [stop, wrong] = std::from_chars(reference.data() + digits, end, found.row);
    if (wrong != std::errc{} || stop != end || found.row < 1 || found.row > row_number_max)
        return {};
    return found;
}

void read_hidden_columns(pugi::xml_node root, sheet& page)
{
    each_child(child_named(root, "cols"), "col", [&](pugi::xml_node column) {
        if (!is_on(column.attribute("hidden"), false)) return;
        const std::size_t first = std::max(column.attribute("min").as_uint(), 1u);
        const std::size_t last = column.attribute("max").as_uint();
        for (auto at = first; at <= std::min(last, spreadsheet_columns_max); ++at)
            page.hidden_columns.insert(at - 1);
    });
}

workflow::result<void> read_merges(pugi::xml_node root, sheet& page)
{
    for (const auto merge : child_named(root, "mergeCells").children()) {
        const std::string_view area = merge.attribute("ref").value();
        const auto colon = area.find(':');
        if (local_name(merge.name()) != "mergeCell" || colon == area.npos) continue;
        const auto first = place_in(area.substr(0, colon)), last = place_in(area.substr(colon + 1));
        if (!first || !last || first->row > last->row || first->column > last->column) continue;
        if (first->column >= spreadsheet_columns_max) continue;
        if (page.merged.size() == spreadsheet_merges_max)
            return too_large("spreadsheet_merges_too_many", spreadsheet_merges_max);
        page.merged.push_back({first->row, last->row, first->column,
                               std::min(last->column, spreadsheet_columns_max - 1)});
    }
    return {};
}

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == text.npos;
}

} // namespace

// Phonetic hints (<rPh>) are left out. Runs without anything to see are neither struck nor not.
shared_text string_item(pugi::xml_node item)
{
    shared_text found;
    std::string text;
    bool has_struck_run = false, has_other_run = false;
    for (const auto child : item.children()) {
        const auto name = local_name(child.name());
        if (name == "t") text += child.text().get(), has_other_run = true;
        if (name != "r") continue;
        const std::string_view run = child_named(child, "t").text().get();
        text += run;
        if (is_blank(run)) continue;
        const auto properties = child_named(child, "rPr");
        (is_struck(properties) ? has_struck_run : has_other_run) = true;
        if (properties && !is_struck(properties)) found.struck_with_cell = false;
    }
    found.struck_alone = has_struck_run && !has_other_run;
    found.text = unescaped(text);
    return found;
}

workflow::result<void> read_cells(std::string_view xml, const workbook_parts& parts,
                                  sheet_limits& limits, sheet& page)
{
    const split_xml split = without_inside_of(xml, "sheetData");
    const auto tree = parsed_xml(split.rest);
    if (!tree) return tree.error();
    const auto root = child_named(**tree, "worksheet");
    read_hidden_columns(root, page);
    cell_reader reader(parts, limits, page);
    for (const auto node : child_named(root, "sheetData").children())
        if (auto read = reader.row(node); !read) return read;
    const auto take = [&](pugi::xml_node node) { return reader.row(node); };
    if (auto read = each_element(split.run, "row", take); !read) return read;
    return read_merges(root, page);
}

} // namespace api
