#pragma once
// Who drafts a plan, and when: the rules of what is done to its matrix beside its machines. Pure.
#include "workflow/things/world.hpp"
#include "workflow/words/error.hpp"

namespace workflow {

inline constexpr std::size_t actions_max = 500; // of one revision; as many as a sheet may hold

// The secretariat of the world's region, by its posts. Needs place and posts only, so that it can
// be asked before there is a plan.
std::vector<who_can> secretariat_of(const world&);

// Refusal: forbidden, with who.
result<void> may_draft(const principal&, const world&);

// Whether somebody drafts the plans of any region at all.
bool drafts_somewhere(const principal&);

// The number of the open revision while it is a draft. Refusal: wrong_state, naming the state.
result<int> draft_of(const world&);

// The number of the next action: one more than the highest, else the lowest that is free.
int next_number(const std::vector<action>&);

} // namespace workflow
