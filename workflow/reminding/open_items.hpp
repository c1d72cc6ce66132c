#pragma once
// What of a plan waits for somebody by a date, and for whom: what the reminder ladder climbs, which
// is all that the tables mark as work. Pure.
#include "workflow/reminding/ladder.hpp"
#include "workflow/table/definition.hpp"
#include "workflow/things/world.hpp"

namespace workflow {

// Of a plan with all its parts. Recipients are the holders of today's posts; an item for which
// there is nobody is in the list all the same, with no recipients.
std::vector<open_item> open_items(const std::vector<definition>&, const world&);

} // namespace workflow
