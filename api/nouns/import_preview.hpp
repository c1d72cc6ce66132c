#pragma once
// What an import would do to a draft, computed anew each time from its file, its answers and the
// draft: nothing of it is stored, so that nothing of it can be out of date.
#include "api/nouns/drafts.hpp"
#include "persistence/nouns/imports.hpp"
#include "workflow/matrix/matrix_match.hpp"

namespace api {

struct import_preview {
    workflow::matrix_frame frame;
    workflow::matrix_answers answers;
    workflow::matrix_reading read;
    workflow::matched_matrix matched;
    std::vector<workflow::action> there; // the draft; of what was applied, as it was before
    std::string draft;                   // digest of the draft as it is now

    std::vector<workflow::matrix_question> questions() const; // of both
    std::vector<workflow::matrix_problem> problems() const;
    std::vector<workflow::matrix_problem> remarks() const;
};

// One that whoever asks may see: who drafts the plan sees all, others what was applied. Refusal:
// not_found.
workflow::result<persistence::matrix_import> import_seen(const work&, const std::string& id);

// The plan's region and kind, as a sheet is read against them.
workflow::matrix_frame frame_for_import(const work&, const workflow::world&);

// The reading of a file, and what is said of the file itself.
workflow::matrix_reading read_for_import(const workflow::sheet&, const workflow::matrix_frame&,
                                         const workflow::matrix_answers&);

import_preview preview_of(const work&, const workflow::world&, const persistence::matrix_import&,
                          const workflow::sheet&);

// Of actions by id and version: it differs when somebody has edited one.
std::string draft_digest(const std::vector<workflow::action>&);

// Why a command would be refused now, the rights of who asks included; nothing when it would not.
std::optional<workflow::refusal> fault_of_apply(const work&, const workflow::world&,
                                                const persistence::matrix_import&,
                                                const import_preview&);
std::optional<workflow::refusal> fault_of_undo(const work&, const workflow::world&,
                                               const persistence::matrix_import&,
                                               const import_preview&);

// Carry them out. Preconditions: the plan's stream is held, nothing is at fault.
persistence::matrix_import applied(const work&, persistence::matrix_import, const import_preview&);
persistence::matrix_import undone(const work&, persistence::matrix_import);

} // namespace api
