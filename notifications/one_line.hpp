#pragma once
// Text of people made harmless for places that hold one line: headers, subjects, list entries.
#include <string>
#include <string_view>

namespace notifications {

// Control characters (CR, LF, NUL, their Unicode likes, and marks that turn the writing direction)
// become spaces; runs of spaces become one; none at either end.
std::string one_line(std::string_view text);

} // namespace notifications
