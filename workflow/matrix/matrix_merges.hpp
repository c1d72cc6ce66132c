#pragma once
// Which cells of a sheet are shown as one.
#include "workflow/matrix/sheet.hpp"
#include <map>

namespace workflow {

class merged_cells {
public:
    // Areas that overlap an earlier one are passed over: no program makes them.
    explicit merged_cells(const sheet&);

    // The area that a cell belongs to; the row as an index into sheet::rows. Null: it stands alone.
    const merged_area* at(std::size_t row, std::size_t column) const;
    // As at(), but not where the cell is the area's first one, which has the text.
    const merged_area* covering(std::size_t row, std::size_t column) const;
    // The text of an area. Blank where its first cell has none.
    const sheet_cell& first_cell(const merged_area&) const;

private:
    using active_areas = std::map<std::size_t, const merged_area*>; // by first column

    const sheet& page_;
    std::vector<active_areas> by_row_; // of sheet::rows
    std::map<int, std::size_t> index_of_row_;
};

} // namespace workflow
