#pragma once
// Takes a cell that names several agencies apart. Pure.
//
// Parted always: by `;` and behind the numbers, letters and bullets of a list. Parted where it is
// certain that a name ends: by line breaks, `,` `/` `&` `+` and words for "and". Never: within a
// known name, parentheses or quotation marks, between digits.
#include "workflow/matrix/matrix_agency_match.hpp"

namespace workflow {

// One agency, or a text that may be one or several.
struct agency_part {
    std::string text; // in one line
    bool is_quoted{}; // as this program writes a name that would be parted otherwise
    std::vector<std::string> several{}; // not empty: it may also be these; to be asked
};

// Precondition: tidied text.
std::vector<agency_part> agency_parts_in(std::string_view cell, const agency_matcher&);

} // namespace workflow
