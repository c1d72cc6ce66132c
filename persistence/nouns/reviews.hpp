#pragma once
// The agencies' words on a revision and the stages of its approval chain.
#include "persistence/nouns/visible.hpp"
#include "persistence/sql/page.hpp"
#include "workflow/things/review.hpp"
#include "workflow/words/error.hpp"

namespace persistence {

struct placed_review {
    workflow::review review;
    std::string plan;
};
struct placed_approval {
    workflow::approval approval;
    std::string plan;
};

// Of the revision the principal is shown (the open one, else the one in force, else the last);
// with `all` those of every revision they see, superseded ones too. Refusal: not_found.
workflow::result<page<placed_review>> list_reviews(unit_of_work&, const workflow::principal&,
                                                   const std::string& plan, bool all,
                                                   const page_request&);
workflow::result<page<placed_approval>> list_approvals(unit_of_work&, const workflow::principal&,
                                                       const std::string& plan, bool all,
                                                       const page_request&);
workflow::result<placed_review> find_review(unit_of_work&, const workflow::principal&,
                                            const std::string& review);
workflow::result<placed_approval> find_approval(unit_of_work&, const workflow::principal&,
                                                const std::string& approval);

// For the engine, without a check: those of one revision (and submission) that are not superseded,
// and the asked one whatever it is.
std::vector<workflow::review> read_reviews(unit_of_work&, const std::string& plan, int revision,
                                           const std::string& asked);
std::vector<workflow::approval> read_approvals(unit_of_work&, const std::string& plan, int revision,
                                               int submission, const std::string& asked);
inline constexpr int no_revision = -1; // but the asked one alone

// `before` null: a new row. Throws `lost_race` when the row has another version than `before`.
void write_review(unit_of_work&, const std::string& plan, const workflow::review&,
                  const workflow::review* before);

} // namespace persistence
