#pragma once
// Everything stored of a plan that its history speaks of; superseded rows and former rounds too.
#include "workflow/kinds/kind.hpp"
#include "workflow/things/world.hpp"

namespace workflow {

// Revisions have their actions, targets the evidence of their current round.
struct stored_plan : plan_things {
    std::vector<chain_stage> approval_chain; // of its kind
    int years_of_kind{1};
    std::set<int> shown;                  // revisions marked as seen outside the secretariat
    std::map<std::string, int> placed_in; // by target: the revision whose cell it follows
    std::vector<closed_round> rounds;     // with their evidence
};

} // namespace workflow
