#pragma once
// What proves an achievement: rows about files; the bytes are the caller's. Evidence comes and goes
// while its target is open, and each change writes the target's row as well, so that no report is
// decided on files that have just gone.
#include "persistence/nouns/visible.hpp"
#include "persistence/sql/page.hpp"
#include "workflow/things/target.hpp"
#include "workflow/words/error.hpp"

namespace persistence {

struct placed_evidence {
    workflow::evidence evidence;
    std::string target;
    std::string plan;
    workflow::reference uploaded_by;
    workflow::instant uploaded_at{};
};

// Into the target's current round. Refusals: not_found, wrong_state unless the target is open.
workflow::result<placed_evidence> insert_evidence(unit_of_work&, const std::string& target,
                                                  workflow::evidence,
                                                  const workflow::reference& by);
// Out of the current round; former rounds keep it. Refusals: not_found, stale (version of the
// evidence), wrong_state. True: no round holds it any more, and its bytes may go.
workflow::result<bool> delete_evidence(unit_of_work&, const std::string& evidence,
                                       std::int64_t version);

// Of every round, without a check of classes: whoever asks sees the target's plan.
// Refusal: not_found.
workflow::result<placed_evidence> find_evidence(unit_of_work&, const workflow::principal&,
                                                const std::string& evidence);

} // namespace persistence
