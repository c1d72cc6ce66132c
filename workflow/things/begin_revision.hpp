#pragma once
// How a revision of a plan begins: the first with the plan, each later one as an amendment.
#include "workflow/things/command.hpp"

namespace workflow {

// Adds it to the plan and records that it was made.
void begin_revision(ongoing_step&, revision);

} // namespace workflow
