#pragma once
// Agencies as a spreadsheet names them: by name or short name, in any case and spacing.
#include "workflow/people/person.hpp"
#include <string_view>
#include <vector>

namespace workflow {

// Every agency that the text may mean: those that match exactly, else those that match but for
// case, spaces and punctuation.
std::vector<const agency*> agencies_named(std::string_view, const std::vector<agency>&);

// Names (at most 3, nearest first) that the writer of an unknown name may have meant.
std::vector<std::string> names_near(std::string_view, const std::vector<agency>&);

// The names in a cell: parted by `;` and line breaks. A name that holds one of these, or begins
// with a quotation mark, stands in quotation marks, doubled within.
std::vector<std::string> names_in(std::string_view);
std::string names_joined(const std::vector<std::string>&);

} // namespace workflow
