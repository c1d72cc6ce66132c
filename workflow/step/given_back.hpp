#pragma once
// What was given back: which events send a thing back to who has to repair it, whether it still
// lies there, and what has changed in it since.
#include "workflow/step/step.hpp"

namespace workflow {

// Of a plan also what its own secretariat took back with a reason.
bool gives_back(const event&);
// Whether such an event is the last word on where its thing lies; `amend` ends a report's return.
bool settles_return(const event&);

// Whether a thing that was given back is still on its way.
bool lies_given_back(const world&, const subject&);

// Agencies whose objections a plan in agency review waits to have answered.
std::vector<const review*> open_objections(const world&);

// Names of a target's members that are other than in the round before: achievement, evidence, …
std::vector<std::string> changed_members(const closed_round& before, const target& now);

// The agencies whose rows of a draft are other than those that were submitted last. Precondition:
// the matrix was loaded.
std::vector<reference> changed_agencies(const world&);
bool rows_have_changed(const world&, const review&);

} // namespace workflow
