#pragma once
// The cells of one sheet of an XLSX workbook, from the XML of its part.
#include "api/sheets/sheet_limits.hpp"
#include "api/sheets/workbook_styles.hpp"
#include "api/sheets/workbook_xml.hpp"
#include <string>

namespace api {

// A text that cells share. Runs of a rich text may be struck through on their own.
struct shared_text {
    std::string text;
    bool struck_alone{};         // whatever the cell's style
    bool struck_with_cell{true}; // where the cell's style strikes through
};

// What <si> or <is> holds: its own <t>, or those of its runs.
shared_text string_item(pugi::xml_node);

// What the cells of all sheets of a workbook lean on.
struct workbook_parts {
    std::vector<shared_text> strings;
    std::vector<cell_style> styles;
    bool from_1904{};
};

// Fills rows, merges and what is hidden. Refusals: malformed, payload_too_large.
workflow::result<void> read_cells(std::string_view xml, const workbook_parts&, sheet_limits&,
                                  workflow::sheet& page);

} // namespace api
