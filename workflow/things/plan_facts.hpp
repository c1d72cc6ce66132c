#pragma once
// What a plan's guards look at.
#include "workflow/things/command.hpp"
#include <memory>

namespace workflow {

// Of one revision, as it stands before the person of that id.
std::unique_ptr<facts> plan_facts_of(const world&, const revision&, const std::string& asks);

} // namespace workflow
