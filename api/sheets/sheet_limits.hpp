#pragma once
// Counts what a file's sheets hold together, so that a small file cannot become a large memory.
#include "api/sheets/spreadsheet_refusal.hpp"

namespace api {

class sheet_limits {
public:
    // Of each row as it is read, before the next. Refusal: payload_too_large.
    workflow::result<void> count(const workflow::sheet_row& row)
    {
        cells_ += row.cells.size();
        for (const auto& cell : row.cells) text_bytes_ += cell.text.size();
        if (cells_ > spreadsheet_cells_max)
            return too_large("spreadsheet_cells_too_many", spreadsheet_cells_max);
        if (text_bytes_ > spreadsheet_text_bytes_max)
            return too_large("spreadsheet_text_too_large", spreadsheet_text_bytes_max >> 20);
        return {};
    }

    // Adds a row that has something in it.
    workflow::result<void> add(workflow::sheet& page, workflow::sheet_row row)
    {
        if (row.cells.empty()) return {};
        if (auto counted = count(row); !counted) return counted;
        page.rows.push_back(std::move(row));
        if (page.rows.size() > spreadsheet_rows_max)
            return too_large("spreadsheet_rows_too_many", spreadsheet_rows_max);
        return {};
    }

private:
    std::size_t cells_{}, text_bytes_{};
};

} // namespace api
