#pragma once
// What happens when a revision comes into force.
#include "workflow/things/command.hpp"

namespace workflow {

// Its decree is taken down, its targets and reports are made, and those that the revision before
// held are marked as revised or dropped.
void enter_into_force(ongoing_step&, revision&);

} // namespace workflow
