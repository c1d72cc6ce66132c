#pragma once
// docs/errors.md: what a refusal can say, by code, by condition and by sentence, in both languages.
#include "workflow/table/definition.hpp"

namespace api {

// Markdown; the same for the same tables and sentences, so that a test can hold the page against
// it.
std::string errors_page(const std::vector<workflow::definition>&);

} // namespace api
