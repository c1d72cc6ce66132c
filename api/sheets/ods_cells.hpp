#pragma once
// Cells of OpenDocument spreadsheets, from their elements.
#include "api/sheets/workbook_xml.hpp"
#include "workflow/matrix/sheet.hpp"
#include <map>

namespace api {

// What the automatic styles of a document say that a reader of matrices asks for.
class ods_styles {
public:
    explicit ods_styles(pugi::xml_node styles);

    bool is_hidden(pugi::xml_node table) const;
    // Nothing where the element's style says nothing of lines through its text.
    std::optional<bool> is_struck(pugi::xml_node) const;

private:
    struct style {
        bool hidden{};
        std::optional<bool> struck;
    };
    const style* style_of(pugi::xml_node) const;

    std::map<std::string, style, std::less<>> styles_;
};

// Numbers have the decimals, the dots and the words around them that the office's program showed,
// in Indonesian notation whatever its own was.
workflow::sheet_cell ods_cell(pugi::xml_node, const ods_styles&);

// `shown` is how a program of either notation shows the number: 1,250 desa → "1.250 desa".
workflow::sheet_cell cell_as_shown(double value, bool is_percent, const std::string& shown);

} // namespace api
