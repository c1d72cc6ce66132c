#pragma once
// Whose a round is, and what of it goes on into the next. A record stays with the agency that gave
// it: when another one leads, its round begins with nothing.
#include "workflow/things/world.hpp"

namespace workflow {

// Whose a record of that target is, when the agency leads it now.
inline const std::string& owner_of(const achievement_record& r, const std::string& lead_now)
{
    return r.agency.empty() ? lead_now : r.agency;
}

// Marks what has no owner yet as that agency's.
inline void leave_to(achievement_record& r, const std::string& agency)
{
    if (r.agency.empty()) r.agency = agency;
}

// Closes the target's round, left in that state, and begins the next. Achievement and files go on
// into it where its lead agency gave them.
closed_round next_round(const world&, target&, std::string_view left_in);

} // namespace workflow
