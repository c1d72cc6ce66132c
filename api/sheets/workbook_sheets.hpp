#pragma once
// The sheets of a workbook of any form: in which order they are read, and which one is proposed.
#include "api/sheets/spreadsheet.hpp"
#include "api/sheets/workbook_archive.hpp"
#include <functional>

namespace api {

struct sheet_entry {
    std::string name;
    bool visible{true};
};

// `read` gives the cells of the sheet at a place. Visible sheets come first: what a hidden one
// holds beyond a limit refuses nobody's file, it stays empty. Proposed is `active`, the sheet that
// lies on top when the office opens the file, if it has a matrix's header; else the first visible
// one that has, else the first visible one.
workflow::result<workflow::sheet>
read_sheets(const std::vector<sheet_entry>&, std::size_t active,
            const std::function<workflow::result<workflow::sheet>(std::size_t place)>& read);

// An OpenDocument spreadsheet.
workflow::result<workflow::sheet> read_ods(workbook_archive);

} // namespace api
