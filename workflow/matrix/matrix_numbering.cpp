// A gap is filled where the order allows it; else everything is counted from one.
#include "workflow/matrix/matrix_numbering.hpp"
#include "workflow/matrix/matrix_headings.hpp"
#include <algorithm>

namespace workflow {

namespace {

bool fill_gaps(std::vector<matrix_row>& rows)
{
    std::set<int> taken;
    for (const matrix_row& row : rows)
        if (row.number != 0 && !taken.insert(row.number).second) return false;
    std::vector<int> numbers;
    int above = 0;
    for (const matrix_row& row : rows) {
        const int number = row.number != 0 ? row.number : above + 1;
        const bool is_free = row.number != 0 || taken.insert(number).second;
        if (!is_free || number > matrix_number_max) return false;
        numbers.push_back(above = number);
    }
    for (std::size_t index = 0; index < rows.size(); ++index) rows[index].number = numbers[index];
    return true;
}

} // namespace

void give_numbers(matrix_reading& reading)
{
    std::vector<matrix_row>& rows = reading.rows;
    std::vector<int> before;
    for (const matrix_row& row : rows) before.push_back(row.number);
    if (!fill_gaps(rows)) {
        int next = 0;
        for (matrix_row& row : rows) row.number = ++next;
    }
    for (std::size_t index = 0; index < rows.size(); ++index) {
        if (rows[index].number == before[index]) continue;
        const auto changed = std::count_if(rows.begin(), rows.end(), [&](const matrix_row& row) {
            return row.number != before[static_cast<std::size_t>(&row - rows.data())];
        });
        reading.remarks.push_back(
            {rows[index].sheet_row,
             std::string(heading_of(matrix_column::number)),
             {"matrix_numbered_anew",
              {{"count", std::to_string(changed)}, {"number", std::to_string(rows[index].number)}}},
             rows[index].sheet_name,
             {}});
        return;
    }
}

} // namespace workflow
