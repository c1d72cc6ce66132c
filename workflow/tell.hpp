#pragma once
// Who is told of what happened: expands the notices of a step to one a person.
#include "workflow/step.hpp"

namespace workflow {

// One notice for every person who can act on it or must know; never to who gave the command.
std::vector<notice> address(const outcome&, bool from_the_scheduler);

bool is_notice(std::string_view name); // whether it is known whom to tell

} // namespace workflow
