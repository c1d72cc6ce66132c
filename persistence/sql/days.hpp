#pragma once
// Civil dates as the database keeps them: ISO text, empty for none, so that text order is time's.
#include "workflow/days/clock.hpp"
#include <optional>
#include <string>

namespace persistence {

std::string text_of(const std::optional<workflow::date>&);
// Throws std::runtime_error for a text that is no day: nothing of ours wrote it.
workflow::date day_of(const std::string&);
std::optional<workflow::date> optional_day_of(const std::string&);

} // namespace persistence
