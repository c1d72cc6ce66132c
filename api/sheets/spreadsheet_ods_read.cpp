// Reads OpenDocument spreadsheets (ODF 1.3 part 3, 9): tables, their columns, rows and what they
// repeat.
#include "api/sheets/ods_cells.hpp"
#include "api/sheets/sheet_limits.hpp"
#include "api/sheets/workbook_sheets.hpp"
#include <algorithm>

namespace api {

namespace {

using workflow::sheet;
using workflow::sheet_row;

constexpr int row_number_max = 1'048'576; // of spreadsheet programs
constexpr int depth_max = 16;             // of groups in groups

std::size_t repeats_of(pugi::xml_node node, const char* attribute)
{
    constexpr unsigned long long most = 1u << 24; // beyond any sheet's width and height
    const auto times = attribute_named(node, attribute).as_ullong(1);
    return static_cast<std::size_t>(std::clamp(times, 1ull, most));
}

bool is_hidden(pugi::xml_node node)
{
    const std::string_view seen = attribute_named(node, "visibility").value();
    return seen == "collapse" || seen == "filter";
}

// Groups, headers and the like hold rows or columns as the table itself does.
bool is_group(std::string_view name)
{
    return name == "table-row-group" || name == "table-header-rows" || name == "table-rows" ||
           name == "table-column-group" || name == "table-header-columns" ||
           name == "table-columns";
}

class table_reader {
public:
    table_reader(const ods_styles& styles, sheet_limits& limits) : styles_(styles), limits_(limits)
    {
    }

    workflow::result<sheet> read(pugi::xml_node table)
    {
        if (auto taken = take(table, 0); !taken) return taken.error();
        return std::move(page_);
    }

private:
    workflow::result<void> take(pugi::xml_node parent, int depth)
    {
        if (depth > depth_max) return unreadable("spreadsheet_damaged");
        for (const auto child : parent.children()) {
            const auto name = local_name(child.name());
            workflow::result<void> taken;
            if (name == "table-column") take_column(child);
            if (name == "table-row") taken = take_row(child);
            if (is_group(name)) taken = take(child, depth + 1);
            if (!taken) return taken;
        }
        return {};
    }

    void take_column(pugi::xml_node node)
    {
        const auto end = columns_ + repeats_of(node, "number-columns-repeated");
        if (is_hidden(node))
            for (auto at = columns_; at < std::min(end, spreadsheet_columns_max); ++at)
                page_.hidden_columns.insert(at);
        columns_ = std::min(end, spreadsheet_columns_max);
    }

    // Blank rows are counted, not kept; a million of them cost nothing.
    workflow::result<void> take_row(pugi::xml_node node)
    {
        const auto times = static_cast<int>(repeats_of(node, "number-rows-repeated"));
        sheet_row row{number_ + 1, {}, is_hidden(node)};
        if (auto read = read_cells(node, row); !read) return read;
        for (int count = 0; count < times && !row.cells.empty(); ++count) {
            row.number = number_ + 1 + count;
            if (row.number > row_number_max) return unreadable("spreadsheet_damaged");
            if (auto added = limits_.add(page_, row); !added) return added;
        }
        number_ = std::min(number_ + times, row_number_max);
        return {};
    }

    workflow::result<void> read_cells(pugi::xml_node node, sheet_row& row)
    {
        std::size_t column = 0, text_bytes = 0;
        for (const auto child : node.children()) {
            const auto name = local_name(child.name());
            if (name != "table-cell" && name != "covered-table-cell") continue;
            const auto times = repeats_of(child, "number-columns-repeated");
            const auto cell = ods_cell(child, styles_);
            if (auto merged = take_merge(child, column); !merged) return merged;
            if (!cell.text.empty() || cell.error) {
                if (column + times > spreadsheet_columns_max)
                    return too_large("spreadsheet_columns_too_many", spreadsheet_columns_max);
                if ((text_bytes += cell.text.size() * times) > spreadsheet_text_bytes_max)
                    return too_large("spreadsheet_text_too_large",
                                     spreadsheet_text_bytes_max >> 20);
                row.cells.resize(column);
                row.cells.insert(row.cells.end(), times, cell);
            }
            column = std::min(column + times, spreadsheet_columns_max);
        }
        return {};
    }

    workflow::result<void> take_merge(pugi::xml_node node, std::size_t column)
    {
        const auto wide = repeats_of(node, "number-columns-spanned");
        const auto high = repeats_of(node, "number-rows-spanned");
        if ((wide == 1 && high == 1) || column >= spreadsheet_columns_max) return {};
        if (page_.merged.size() == spreadsheet_merges_max)
            return too_large("spreadsheet_merges_too_many", spreadsheet_merges_max);
        const int first = number_ + 1;
        page_.merged.push_back({first, std::min(first + static_cast<int>(high) - 1, row_number_max),
                                column, std::min(column + wide, spreadsheet_columns_max) - 1});
        return {};
    }

    const ods_styles& styles_;
    sheet_limits& limits_;
    sheet page_;
    int number_{};          // of the row before
    std::size_t columns_{}; // told of so far
};

// The name of the sheet on top, which the settings keep.
std::string active_name(pugi::xml_node node, int depth = 0)
{
    if (attribute_named(node, "name").value() == std::string_view("ActiveTable"))
        return node.text().get();
    std::string found;
    for (auto child = node.first_child(); child && found.empty() && depth < depth_max;
         child = child.next_sibling())
        found = active_name(child, depth + 1);
    return found;
}

workflow::result<std::unique_ptr<pugi::xml_document>> part(workbook_archive& archive,
                                                           const std::string& path)
{
    auto contents = archive.read(path);
    if (!contents) return contents.error();
    if (!*contents) return std::make_unique<pugi::xml_document>();
    return parsed_xml(**contents, blanks::kept);
}

} // namespace

workflow::result<sheet> read_ods(workbook_archive archive)
{
    const auto content = part(archive, "content.xml");
    if (!content) return content.error();
    const auto settings = part(archive, "settings.xml");
    if (!settings) return settings.error();
    const auto root = child_named(**content, "document-content");
    const ods_styles styles(child_named(root, "automatic-styles"));
    const auto book = child_named(child_named(root, "body"), "spreadsheet");

    const std::string on_top = active_name(**settings);
    std::vector<sheet_entry> entries;
    std::vector<pugi::xml_node> tables;
    std::size_t active = 0;
    each_child(book, "table", [&](pugi::xml_node table) {
        entries.push_back({attribute_named(table, "name").value(), !styles.is_hidden(table)});
        if (entries.back().name == on_top) active = tables.size();
        tables.push_back(table);
    });
    sheet_limits limits;
    return read_sheets(entries, active, [&](std::size_t place) {
        return table_reader(styles, limits).read(tables[place]);
    });
}

} // namespace api
