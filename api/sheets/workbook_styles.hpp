#pragma once
// Which number formats of a workbook mean dates and percentages, and how such cells are shown.
#include "workflow/matrix/matrix.hpp"
#include <pugixml.hpp>

namespace api {

// Elements by their name without prefix: some programs write <x:row> for <row>.
std::string_view local_name(const char* name);
pugi::xml_node child_named(pugi::xml_node parent, std::string_view name);
template <class taken> void each_child(pugi::xml_node parent, std::string_view name, taken take)
{
    for (const auto child : parent.children())
        if (local_name(child.name()) == name) take(child);
}

enum class number_format { plain, date, percent };

// The format of each cell style (`s` of a cell), from xl/styles.xml; empty for an empty document.
std::vector<number_format> number_formats(const pugi::xml_document& styles);

// What a format code such as `dd/mm/yyyy` or `0.0%` means.
number_format format_of(std::string_view code);

// The cell for a number in a format: 75,5 · 75% · 2026-04-30 · 2026-04-30 09:30.
workflow::sheet_cell shown(double value, number_format, bool from_1904);

} // namespace api
