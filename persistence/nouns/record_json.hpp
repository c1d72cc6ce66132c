#pragma once
// The record of one round, the answers of a report, and an action's own columns, as JSON text, for
// columns that are read as a whole. Numbers are written as exact decimal text.
#include "workflow/kinds/column_value.hpp"
#include "workflow/things/report.hpp"
#include "workflow/things/target.hpp"
#include <string>

namespace persistence {

std::string json_of(const workflow::achievement_record&);
// Throws std::runtime_error when the text is not what `json_of` writes. `{}` is an empty record.
workflow::achievement_record record_of(const std::string& json);

std::string json_of(const workflow::report_answers&);
// Throws std::runtime_error when the text is not what `json_of` writes. `{}` is no answer.
workflow::report_answers answers_of(const std::string& json);

std::string json_of(const workflow::column_values&);
// Throws std::runtime_error when the text is not what `json_of` writes.
workflow::column_values columns_of(const std::string& json);

} // namespace persistence
