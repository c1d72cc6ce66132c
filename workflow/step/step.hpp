#pragma once
// One command on a world, with everything that follows from it in the same breath: decide, change,
// tell, and let the engine's own commands run until nothing is due. Pure but for the ids it asks
// for.
#include "workflow/things/command.hpp"

namespace workflow {

// All things of a world that have a machine, its plan first; a target once it was in force.
std::vector<subject> subjects_of(const world&);

// Refusals: those of `decide`, with `who`, and stale. Precondition: `subject` is in the world.
result<outcome> step(const environment&, world, const subject&, const command_given&,
                     const principal&);

// The two halves of a step. Refusals: those of `decide`, without `who`.
result<decision> judge(const environment&, const world&, const subject&, const command_given&,
                       const principal&);
outcome carry_out(const environment&, world, const subject&, const command_given&, const principal&,
                  const decision&);

// Only what is due by itself: periods begun, ends passed, silence.
outcome sweep(const environment&, world);

// A new plan's first revision.
outcome begin_plan(const environment&, world, const principal&);

} // namespace workflow
