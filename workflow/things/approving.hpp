#pragma once
// How one stage of the approval chain comes to be asked.
#include "workflow/things/command.hpp"

namespace workflow {

// The stage of that number, 0 first, is asked to approve the revision as it was submitted last.
void ask_stage(ongoing_step&, int revision_number, int number);

} // namespace workflow
