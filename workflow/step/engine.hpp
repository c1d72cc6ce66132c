#pragma once
// One command from load to save; the only orchestration. Runs inside a transaction that the caller
// opened and will commit, or roll back for a dry run.
#include "workflow/step/store.hpp"

namespace workflow {

// Refusals: not_found, and those of `step`. Throws when the race was lost: run it all again.
result<outcome> give(store&, const environment&, const principal&, const subject&,
                     const command_given&);

// What of a plan is loaded to show such a thing, and what a command may look at or move.
parts parts_for(std::string_view resource);
parts parts_for(const subject&, const command_given&);

} // namespace workflow
