// Reads xl/styles.xml (ECMA-376 part 1, 18.8).
#include "api/sheets/workbook_styles.hpp"
#include "api/sheets/workbook_xml.hpp"
#include <map>

namespace api {

namespace {

constexpr std::size_t cell_styles_max = 65'490; // of spreadsheet programs

std::map<int, std::shared_ptr<const number_format>> own_formats(pugi::xml_node root)
{
    std::map<int, std::shared_ptr<const number_format>> formats;
    each_child(child_named(root, "numFmts"), "numFmt", [&](pugi::xml_node format) {
        formats[format.attribute("numFmtId").as_int()] = std::make_shared<const number_format>(
            format_of(format.attribute("formatCode").value()));
    });
    return formats;
}

} // namespace

bool is_struck(pugi::xml_node properties)
{
    for (const auto child : properties.children()) {
        const auto name = local_name(child.name());
        if (name == "strike" || name == "dstrike") return is_on(child.attribute("val"), true);
    }
    return false;
}

std::vector<cell_style> cell_styles(const pugi::xml_document& styles)
{
    const auto root = child_named(styles, "styleSheet");
    auto formats = own_formats(root);
    std::vector<bool> struck_fonts;
    each_child(child_named(root, "fonts"), "font",
               [&](pugi::xml_node font) { struck_fonts.push_back(is_struck(font)); });
    std::vector<cell_style> found;
    each_child(child_named(root, "cellXfs"), "xf", [&](pugi::xml_node style) {
        if (found.size() == cell_styles_max) return;
        const int id = style.attribute("numFmtId").as_int();
        auto& format = formats[id];
        if (!format) format = std::make_shared<const number_format>(format_of(built_in_code(id)));
        const auto font = style.attribute("fontId").as_uint();
        found.push_back({format, font < struck_fonts.size() && struck_fonts[font]});
    });
    return found;
}

} // namespace api
