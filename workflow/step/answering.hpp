#pragma once
// The questions that a kind asks of a period's report: who may answer them, and when. Pure.
#include "workflow/step/step.hpp"
#include "workflow/words/error.hpp"

namespace workflow {

// Whether this person may write answers into the report now. Refusals, in this order: forbidden
// with who may (who submits it), wrong_state unless it is compiled.
result<void> may_answer(const std::vector<definition>&, const world&, const subject& report,
                        const principal&);

} // namespace workflow
