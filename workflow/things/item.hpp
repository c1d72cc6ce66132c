#pragma once
// What every noun with a machine has in common.
#include "workflow/days/clock.hpp"
#include <optional>
#include <string>

namespace workflow {

struct item {
    std::string id; // empty in a revision, which is known by its plan and number
    std::int64_t version{1};
    std::string state;
    std::string reason; // of the last command of a person, where it is kept with the thing
    std::optional<date> due;
    instant since{}; // when its present state began
};

} // namespace workflow
