// Walks the rows downwards with the areas that reach into them.
#include "workflow/matrix/matrix_merges.hpp"
#include <algorithm>

namespace workflow {

namespace {

bool overlaps(const std::map<std::size_t, const merged_area*>& active, const merged_area& area)
{
    const auto behind = active.upper_bound(area.last_column);
    return behind != active.begin() && std::prev(behind)->second->last_column >= area.first_column;
}

} // namespace

merged_cells::merged_cells(const sheet& page) : page_(page), by_row_(page.rows.size())
{
    if (page.merged.empty()) return;
    std::vector<const merged_area*> areas;
    for (const merged_area& each : page.merged)
        if (each.last_row >= each.first_row && each.last_column >= each.first_column)
            areas.push_back(&each);
    std::stable_sort(areas.begin(), areas.end(),
                     [](const auto* a, const auto* b) { return a->first_row < b->first_row; });
    active_areas active;
    auto next = areas.begin();
    for (std::size_t index = 0; index < page.rows.size(); ++index) {
        const int number = page.rows[index].number;
        index_of_row_[number] = index;
        const auto has_ended = [&](const auto& each) { return each.second->last_row < number; };
        std::erase_if(active, has_ended);
        for (; next != areas.end() && (*next)->first_row <= number; ++next)
            if ((*next)->last_row >= number && !overlaps(active, **next))
                active[(*next)->first_column] = *next;
        by_row_[index] = active;
    }
}

const merged_area* merged_cells::at(std::size_t row, std::size_t column) const
{
    const active_areas& areas = by_row_[row];
    const auto behind = areas.upper_bound(column);
    if (behind == areas.begin()) return nullptr;
    const merged_area* area = std::prev(behind)->second;
    return area->last_column >= column ? area : nullptr;
}

const merged_area* merged_cells::covering(std::size_t row, std::size_t column) const
{
    const merged_area* area = at(row, column);
    const bool is_first =
        area && area->first_row == page_.rows[row].number && area->first_column == column;
    return is_first ? nullptr : area;
}

const sheet_cell& merged_cells::first_cell(const merged_area& area) const
{
    static const sheet_cell none;
    const auto row = index_of_row_.find(area.first_row);
    if (row == index_of_row_.end()) return none;
    const auto& cells = page_.rows[row->second].cells;
    return area.first_column < cells.size() ? cells[area.first_column] : none;
}

} // namespace workflow
