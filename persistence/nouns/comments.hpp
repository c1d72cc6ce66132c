#pragma once
// Comments on plans, actions and targets. They raise no version and are no events.
#include "persistence/nouns/visible.hpp"
#include "persistence/sql/page.hpp"
#include "workflow/step/step.hpp"
#include "workflow/words/error.hpp"

namespace persistence {

struct comment {
    std::string id;
    workflow::reference by;
    workflow::instant at{};
    std::string text;
};

// Refusal of both: not_found when the principal does not see the subject.
workflow::result<comment> insert_comment(unit_of_work&, const workflow::principal&,
                                         const workflow::subject&, comment);
workflow::result<page<comment>> list_comments(unit_of_work&, const workflow::principal&,
                                              const workflow::subject&, const page_request&);

} // namespace persistence
