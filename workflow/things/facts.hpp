#pragma once
// Everything the guards of the five machines may look at. Filled by `things`, read by nobody else
// than the guards; a guard never reads anything besides.
#include "workflow/table/definition.hpp"

namespace workflow {

struct plan_facts : facts {
    bool has_an_action{};
    located_fact actions_are_complete;
    located_fact targets_are_complete;
    located_fact agencies_can_confirm;
    located_fact stages_can_be_filled; // without whoever submits
    bool is_first_revision{};
    bool kind_allows_register{};
    bool every_review_is_settled{};
    bool every_stage_is_approved{};
    bool a_stage_was_returned{};
    bool a_stage_was_refused{};
    bool a_later_revision_was_adopted{};
    located_fact every_target_is_final;
    bool an_amendment_is_open{};
    bool an_agency_objects{}; // to what it is asked to review
};

struct review_facts : facts {
    bool plan_is_in_review{};
    bool deadline_has_passed{};
    bool silence_is_consent{};
    bool was_overtaken{}; // by a new submission, or the plan's own end
};

struct approval_facts : facts {
    bool is_the_submitter{};
    bool has_voted{};
    bool quorum_is_reached{}; // with this vote
    bool plan_went_back{};
};

enum class final_state { none, signed_off, infeasible, not_reported };

struct target_facts : facts {
    bool plan_is_in_force{};
    bool period_has_begun{};
    bool end_has_passed{};
    bool achievement_is_given{};
    located_fact evidence_is_there;
    bool is_the_reporter{};
    bool is_the_endorser{};
    bool is_the_claimant{};
    bool kind_relaxes_four_eyes{};
    final_state last_final{final_state::none};
    bool was_revised{};
    bool was_dropped{};
};

struct report_facts : facts {
    bool something_has_changed{}; // since the submission
};

} // namespace workflow
