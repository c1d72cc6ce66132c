// Reads XLSX workbooks (ECMA-376): sheets through their relationships, their strings and styles.
#include "api/sheets/spreadsheet_form.hpp"
#include "api/sheets/spreadsheet_refusal.hpp"
#include "api/sheets/workbook_archive.hpp"
#include "api/sheets/workbook_cells.hpp"
#include "api/sheets/workbook_sheets.hpp"
#include <algorithm>
#include <map>

namespace api {

namespace {

using workflow::sheet;

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
        return read_sheets(entries_, active_,
                           [&](std::size_t place) { return read(paths_[place]); });
    }

private:
    workflow::result<void> open()
    {
        auto path = workbook_path();
        if (!path) return path.error();
        auto book = document(*path);
        if (!book) return book.error();
        const auto root = child_named(**book, "workbook");
        const auto settings = child_named(root, "workbookPr");
        parts_.from_1904 = is_on(settings.attribute("date1904"), false);
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
        return unreadable(archive_as_what(archive_));
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
            if (target == targets->end()) return;
            entries_.push_back(
                {entry.attribute("name").value(), state != "hidden" && state != "veryHidden"});
            paths_.push_back(target->second);
        });
        const auto views = child_named(root, "bookViews");
        active_ = child_named(views, "workbookView").attribute("activeTab").as_uint();
        return {};
    }

    workflow::result<void> read_strings_and_styles(const std::string& book_path)
    {
        const std::string folder = directory_of(book_path);
        auto strings = archive_.read(folder + "sharedStrings.xml");
        if (!strings) return strings.error();
        if (auto read = read_strings(strings->value_or("")); !read) return read;
        auto styles = document(folder + "styles.xml");
        if (!styles) return styles.error();
        parts_.styles = cell_styles(**styles);
        return {};
    }

    workflow::result<void> read_strings(const std::string& xml)
    {
        const auto take = [&](pugi::xml_node item) -> workflow::result<void> {
            if (local_name(item.name()) != "si") return {};
            parts_.strings.push_back(string_item(item));
            if (parts_.strings.size() > spreadsheet_cells_max)
                return too_large("spreadsheet_cells_too_many", spreadsheet_cells_max);
            return {};
        };
        const split_xml split = without_inside_of(xml, "sst");
        if (xml.empty()) return {};
        const auto tree = parsed_xml(split.rest);
        if (!tree) return tree.error();
        for (const auto item : child_named(**tree, "sst").children())
            if (auto taken = take(item); !taken) return taken;
        return each_element(split.run, "si", take);
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
        if (!*contents) return std::make_unique<pugi::xml_document>();
        return parsed_xml(**contents);
    }

    workflow::result<sheet> read(const std::string& path)
    {
        auto contents = archive_.read(path);
        if (!contents) return contents.error();
        sheet page;
        if (!*contents) return page;
        if (auto filled = read_cells(**contents, parts_, limits_, page); !filled)
            return filled.error();
        return page;
    }

    workbook_archive archive_;
    std::vector<sheet_entry> entries_;
    std::vector<std::string> paths_; // of their parts
    std::size_t active_{};           // of the book's own order
    workbook_parts parts_;
    sheet_limits limits_;
};

} // namespace

workflow::result<sheet> read_xlsx(std::string_view bytes)
{
    if (bytes.size() > spreadsheet_bytes_max)
        return too_large("spreadsheet_file_too_large", spreadsheet_bytes_max >> 20);
    if (bytes.empty()) return unreadable("spreadsheet_empty");
    if (auto page = csv_matrix(bytes)) return std::move(*page);
    if (!bytes.starts_with(zip_file)) return unreadable(as_what(bytes));
    auto archive = workbook_archive::open(bytes);
    if (!archive) return archive.error();
    if (is_open_document(*archive)) return read_ods(std::move(*archive));
    return workbook(std::move(*archive)).matrix_sheet();
}

} // namespace api
