// Reads the sheets of a workbook within what its file may hold, and proposes one.
#include "api/sheets/workbook_sheets.hpp"
#include "api/sheets/spreadsheet_refusal.hpp"
#include <algorithm>

namespace api {

namespace {

using workflow::sheet;

std::size_t proposed_of(const std::vector<sheet>& pages)
{
    const auto all_hidden =
        std::all_of(pages.begin(), pages.end(), [](const sheet& page) { return page.hidden; });
    const auto is_shown = [&](const sheet& page) { return all_hidden || !page.hidden; };
    const auto fits = [&](const sheet& page) {
        return is_shown(page) && workflow::has_matrix_header(page);
    };
    auto found = std::find_if(pages.begin(), pages.end(),
                              [&](const sheet& page) { return page.active && fits(page); });
    if (found == pages.end()) found = std::find_if(pages.begin(), pages.end(), fits);
    if (found == pages.end()) found = std::find_if(pages.begin(), pages.end(), is_shown);
    return static_cast<std::size_t>(found - pages.begin());
}

} // namespace

workflow::result<sheet>
read_sheets(const std::vector<sheet_entry>& entries, std::size_t active,
            const std::function<workflow::result<sheet>(std::size_t place)>& read)
{
    if (entries.empty()) return unreadable("spreadsheet_damaged");
    if (entries.size() > workbook_sheets_max)
        return too_large("spreadsheet_sheets_too_many", workbook_sheets_max);
    std::vector<sheet> pages(entries.size());
    for (const bool visible : {true, false})
        for (std::size_t place = 0; place < entries.size(); ++place) {
            if (entries[place].visible != visible) continue;
            auto page = read(place);
            if (!page && visible) return page;
            if (page) pages[place] = std::move(*page);
            pages[place].name = entries[place].name;
            pages[place].hidden = !visible;
            pages[place].active = place == active;
            pages[place].place = place;
        }
    const auto proposed = static_cast<std::ptrdiff_t>(proposed_of(pages));
    sheet page = std::move(pages[static_cast<std::size_t>(proposed)]);
    pages.erase(pages.begin() + proposed);
    page.others = std::move(pages);
    return page;
}

} // namespace api
