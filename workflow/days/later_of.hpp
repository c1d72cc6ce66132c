#pragma once
// A day that somebody was given is never earlier than everybody's: when the dates of a period move,
// a target that was extended before gains what the others gain.
#include "workflow/days/clock.hpp"
#include <algorithm>
#include <optional>

namespace workflow {

inline date later_of(const std::optional<date>& extended_to, date of_the_period)
{
    return extended_to ? std::max(*extended_to, of_the_period) : of_the_period;
}

} // namespace workflow
