#pragma once
// The record of one round as JSON text, for columns that are read as a whole. Numbers are written
// as exact decimal text.
#include "workflow/things/target.hpp"
#include <string>

namespace persistence {

std::string json_of(const workflow::achievement_record&);
// Throws std::runtime_error when the text is not what `json_of` writes. `{}` is an empty record.
workflow::achievement_record record_of(const std::string& json);

} // namespace persistence
