#pragma once
// What operations are for, in words: operations.md says it, and the row of the table adds what it
// asks for. about.md says what holds of all.
#include "api/description/operation_shape.hpp"
#include <string>

namespace api {

std::string description_of(const route&, const operation_shape&);

// The section of operations.md of that name; empty when there is none.
std::string_view section_of(std::string_view operation);

std::string_view about_the_api(); // about.md
// The section of operations.md of a tag, `tag: plans`.
std::string tag_text(std::string_view tag);

} // namespace api
