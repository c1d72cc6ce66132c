// Reads the cells of an XLSX workbook (ECMA-376): sheets through their relationships, shared and
// inline strings, rich text, dates by style.
#include "api/sheets/spreadsheet.hpp"
#include "api/sheets/spreadsheet_guard.hpp"
#include "api/sheets/spreadsheet_refusal.hpp"
#include "api/sheets/workbook_archive.hpp"
#include "api/sheets/workbook_styles.hpp"
#include <algorithm>
#include <charconv>
#include <map>

namespace api {

namespace {

using workflow::sheet;
using workflow::sheet_cell;
using workflow::sheet_row;

struct sheet_place {
    std::string name;
    std::string path;
    bool visible{};
};

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

// The text of <si> or <is>: its own <t>, or those of its runs; phonetic hints (<rPh>) are left out.
std::string string_item(pugi::xml_node item)
{
    std::string text;
    for (const auto child : item.children()) {
        const auto name = local_name(child.name());
        if (name == "t") text += child.text().get();
        if (name == "r") text += child_named(child, "t").text().get();
    }
    return unescaped(text);
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

constexpr int row_number_max = 1'048'576; // of the format

std::string directory_of(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == path.npos ? "" : path.substr(0, slash + 1);
}

class workbook {
public:
    explicit workbook(workbook_archive archive) : archive_(std::move(archive)) {}

    workflow::result<sheet> matrix_sheet()
    {
        if (auto ready = open(); !ready) return ready.error();
        if (places_.empty()) return unreadable("spreadsheet_damaged");
        // Hidden sheets last: what they hold beyond a limit refuses nobody's file.
        std::vector<sheet> pages(places_.size());
        for (const bool visible : {true, false})
            for (std::size_t index = 0; index < places_.size(); ++index) {
                if (places_[index].visible != visible) continue;
                auto page = read(places_[index]);
                if (!page && visible) return page;
                pages[index] = page ? std::move(*page) : sheet{places_[index].name, {}, true, {}};
            }
        const std::size_t chosen = chosen_of(pages);
        sheet page = std::move(pages[chosen]);
        pages.erase(pages.begin() + static_cast<std::ptrdiff_t>(chosen));
        page.others = std::move(pages);
        return page;
    }

private:
    // The sheet that lies on top when the office opens the file, if it has a matrix's header; else
    // the first that has one, else the first.
    std::size_t chosen_of(const std::vector<sheet>& pages) const
    {
        const auto all_hidden =
            std::all_of(pages.begin(), pages.end(), [](const sheet& page) { return page.hidden; });
        const auto is_shown = [&](const sheet& page) { return all_hidden || !page.hidden; };
        const auto fits = [&](const sheet& page) {
            return is_shown(page) && workflow::has_matrix_header(page);
        };
        if (active_ < pages.size() && fits(pages[active_])) return active_;
        auto found = std::find_if(pages.begin(), pages.end(), fits);
        if (found == pages.end()) found = std::find_if(pages.begin(), pages.end(), is_shown);
        return static_cast<std::size_t>(found - pages.begin());
    }

    workflow::result<void> open()
    {
        auto path = workbook_path();
        if (!path) return path.error();
        auto book = document(*path);
        if (!book) return book.error();
        const auto root = child_named(**book, "workbook");
        const auto settings = child_named(root, "workbookPr");
        from_1904_ = settings.attribute("date1904").as_bool();
        if (auto placed = find_sheets(*path, root); !placed) return placed;
        return read_strings_and_styles(*path);
    }

    workflow::result<std::string> workbook_path()
    {
        auto targets = relationships("_rels/.rels", "");
        if (!targets) return targets.error();
        for (const auto& [id, target] : *targets)
            if (target.ends_with("workbook.xml") && archive_.has(target)) return target;
        const std::string usual = "xl/workbook.xml";
        if (archive_.has(usual)) return usual;
        if (archive_.has("content.xml")) return unreadable("spreadsheet_ods");
        if (archive_.has("xl/workbook.bin")) return unreadable("spreadsheet_xlsb");
        return unreadable("spreadsheet_not_xlsx");
    }

    workflow::result<void> find_sheets(const std::string& book_path, pugi::xml_node root)
    {
        const std::string folder = directory_of(book_path);
        const std::string file = book_path.substr(folder.size());
        auto targets = relationships(folder + "_rels/" + file + ".rels", folder);
        if (!targets) return targets.error();
        each_child(child_named(root, "sheets"), "sheet", [&](pugi::xml_node entry) {
            std::string id;
            for (const auto attribute : entry.attributes())
                if (std::string_view(attribute.name()).find(':') != std::string_view::npos &&
                    local_name(attribute.name()) == "id")
                    id = attribute.value();
            const std::string state = entry.attribute("state").as_string("visible");
            const auto target = targets->find(id);
            if (target != targets->end() && places_.size() < workbook_sheets_max)
                places_.push_back({entry.attribute("name").value(), target->second,
                                   state != "hidden" && state != "veryHidden"});
        });
        const auto views = child_named(root, "bookViews");
        active_ = child_named(views, "workbookView").attribute("activeTab").as_uint();
        return {};
    }

    workflow::result<void> read_strings_and_styles(const std::string& book_path)
    {
        const std::string folder = directory_of(book_path);
        auto strings = document(folder + "sharedStrings.xml");
        if (!strings) return strings.error();
        each_child(child_named(**strings, "sst"), "si",
                   [&](pugi::xml_node item) { strings_.push_back(string_item(item)); });
        auto styles = document(folder + "styles.xml");
        if (!styles) return styles.error();
        formats_ = number_formats(**styles);
        return {};
    }

    // Relationship ids with the paths they lead to.
    workflow::result<std::map<std::string, std::string>> relationships(const std::string& path,
                                                                       const std::string& folder)
    {
        auto rels = document(path);
        if (!rels) return rels.error();
        std::map<std::string, std::string> targets;
        each_child(child_named(**rels, "Relationships"), "Relationship", [&](pugi::xml_node each) {
            const std::string target = each.attribute("Target").value();
            targets[each.attribute("Id").value()] =
                target.starts_with('/') ? target.substr(1) : folder + target;
        });
        return targets;
    }

    // An empty document when the archive has no such file.
    workflow::result<std::unique_ptr<pugi::xml_document>> document(const std::string& path)
    {
        auto contents = archive_.read(path);
        if (!contents) return contents.error();
        auto parsed = std::make_unique<pugi::xml_document>();
        if (!*contents) return parsed;
        const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata_single;
        const auto outcome = parsed->load_buffer((*contents)->data(), (*contents)->size(), options);
        if (!outcome) return unreadable("spreadsheet_damaged");
        return parsed;
    }

    workflow::result<sheet> read(const sheet_place& place)
    {
        auto parsed = document(place.path);
        if (!parsed) return parsed.error();
        sheet page;
        page.name = place.name;
        page.hidden = !place.visible;
        int number = 0;
        const auto data = child_named(child_named(**parsed, "worksheet"), "sheetData");
        for (const auto node : data.children()) {
            if (local_name(node.name()) != "row") continue;
            number = node.attribute("r").as_int(number + 1);
            if (number < 1 || number > row_number_max) return unreadable("spreadsheet_damaged");
            auto row = read_row(node, number);
            if (!row) return row.error();
            for (const auto& cell : row->cells) text_bytes_ += cell.text.size();
            if (!row->cells.empty()) page.rows.push_back(std::move(*row));
            if (page.rows.size() > spreadsheet_rows_max)
                return too_large("spreadsheet_rows_too_many", spreadsheet_rows_max);
            if (text_bytes_ > spreadsheet_text_bytes_max)
                return too_large("spreadsheet_text_too_large", spreadsheet_text_bytes_max >> 20);
        }
        return page;
    }

    workflow::result<sheet_row> read_row(pugi::xml_node node, int number)
    {
        sheet_row row{number, {}};
        std::size_t next = 0;
        for (const auto child : node.children()) {
            if (local_name(child.name()) != "c") continue;
            const auto column = column_in(child.attribute("r").value()).value_or(next);
            next = column + 1;
            sheet_cell cell = read_cell(child);
            if (cell.text.empty() && !cell.error) continue;
            if (column >= spreadsheet_columns_max)
                return too_large("spreadsheet_columns_too_many", spreadsheet_columns_max);
            if (row.cells.size() <= column) row.cells.resize(column + 1);
            row.cells[column] = std::move(cell);
        }
        return row;
    }

    sheet_cell read_cell(pugi::xml_node node) const
    {
        const std::string_view type = node.attribute("t").value();
        const std::string_view value = child_named(node, "v").text().get();
        const auto formula = child_named(node, "f");
        if (type == "inlineStr")
            return {without_guard(string_item(child_named(node, "is"))), {}, {}};
        if (value.empty() && formula && type != "str")
            return {"=" + std::string(formula.text().get()), {}, true};
        if (value.empty()) return {};
        if (type == "s") return shared_string(value);
        if (type == "e") return {std::string(value), {}, true};
        if (type == "b") return {value == "1" ? "TRUE" : "FALSE", {}, {}};
        if (type == "str") return {without_guard(unescaped(value)), {}, {}};
        if (type == "d") return {std::string(value), {}, {}};
        return number(node, value);
    }

    sheet_cell shared_string(std::string_view value) const
    {
        std::size_t index = strings_.size();
        std::from_chars(value.data(), value.data() + value.size(), index);
        if (index >= strings_.size()) return {std::string(value), {}, true};
        return {without_guard(strings_[index]), {}, {}};
    }

    sheet_cell number(pugi::xml_node node, std::string_view value) const
    {
        double number = 0;
        const auto [end, fault] =
            std::from_chars(value.data(), value.data() + value.size(), number);
        if (fault != std::errc{} || end != value.data() + value.size())
            return {std::string(value), {}, true};
        const auto style = node.attribute("s").as_uint();
        const auto format = style < formats_.size() ? formats_[style] : number_format::plain;
        return shown(number, format, from_1904_);
    }

    workbook_archive archive_;
    std::vector<sheet_place> places_;
    std::size_t active_{};     // of the book's own order
    std::size_t text_bytes_{}; // of all sheets so far
    std::vector<std::string> strings_;
    std::vector<number_format> formats_;
    bool from_1904_{};
};

bool begins_with_markup(std::string_view bytes)
{
    if (bytes.starts_with(utf8_mark)) bytes.remove_prefix(utf8_mark.size());
    const auto first = bytes.find_first_not_of(" \t\r\n");
    return first != bytes.npos && bytes[first] == '<';
}

// Office keeps a workbook with a password in a compound file with this stream (UTF-16).
bool names_encrypted_package(std::string_view bytes)
{
    std::string name;
    for (const char c : std::string_view("EncryptedPackage")) name += c, name += '\0';
    return bytes.find(name) != bytes.npos;
}

} // namespace

workflow::result<sheet> read_xlsx(std::string_view bytes)
{
    if (bytes.size() > spreadsheet_bytes_max)
        return too_large("spreadsheet_file_too_large", spreadsheet_bytes_max >> 20);
    if (bytes.empty()) return unreadable("spreadsheet_empty");
    if (bytes.starts_with(compound_file))
        return unreadable(names_encrypted_package(bytes) ? "spreadsheet_encrypted"
                                                         : "spreadsheet_xls");
    if (begins_with_markup(bytes)) return unreadable("spreadsheet_html");
    if (!bytes.starts_with(zip_file)) return unreadable("spreadsheet_not_xlsx");
    auto archive = workbook_archive::open(bytes);
    if (!archive) return archive.error();
    return workbook(std::move(*archive)).matrix_sheet();
}

} // namespace api
