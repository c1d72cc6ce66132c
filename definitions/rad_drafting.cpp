// How a revision of an action plan comes into force: drafted by the secretariat, reviewed by the
// agencies that lead its actions, approved stage by stage, adopted by decree.
#include "definitions/catalog.hpp"
#include "workflow/table/vocabulary.hpp"
#include "workflow/things/plan.hpp"

namespace {
using namespace workflow;
using facts_t = plan_facts;

struct draft : state<"draft"> {};
struct agency_review : state<"agency_review"> {};
struct sahli_approval : state<"sahli_approval"> {};
struct approved : state<"approved"> {};
struct in_force : state<"in_force"> {};
struct cancelled : state<"cancelled"> {};
struct refused : state<"refused"> {};
struct superseded : state<"superseded"> {};
struct closed : state<"closed"> {};

// clang-format off
using secretariat = by<who::secretariat>;
using the_engine  = by<who::system>;
using reason      = needs<"reason">;
using decree      = needs<"decree_number", "decree_date">;
using old_decree  = needs<"decree_number", "decree_date", "decree_scan">;

constexpr auto an_agency_objects = [](const facts_t& f) { return f.an_agency_objects; };

struct submit            : command<"submit",            "submitted",          secretariat, work<"submit">> {};
struct register_adopted  : command<"register",          "registered",         secretariat, old_decree> {};
struct cancel            : command<"cancel",            "cancelled",          secretariat, reason> {};
struct recall            : command<"recall",            "recalled",           secretariat, reason, work_when<"repair", an_agency_objects>> {};
struct adopt             : command<"adopt",             "adopted",            secretariat, decree, work<"adopt">> {};
struct amend             : command<"amend",             "made",               secretariat> {};
struct close             : command<"close",             "closed",             secretariat> {};
struct conclude_review   : command<"conclude_review",   "review_concluded",   the_engine> {};
struct conclude_approval : command<"conclude_approval", "approval_concluded", the_engine> {};
struct return_to_draft   : command<"return_to_draft",   "returned_to_draft",  the_engine> {};
struct refuse            : command<"refuse",            "refused",            the_engine> {};
struct supersede         : command<"supersede",         "superseded",         the_engine> {};

using there_is_an_action      = asked_for<"there_is_an_action",      [](const facts_t& f) { return f.has_an_action; }>;
using actions_are_complete    = located<"actions_are_complete",      &facts_t::actions_are_complete>;
using columns_are_complete    = located<"columns_are_complete",      &facts_t::columns_are_complete>;
using targets_are_complete    = located<"targets_are_complete",      &facts_t::targets_are_complete>;
using agencies_can_confirm    = located<"agencies_can_confirm",      &facts_t::agencies_can_confirm>;
using stages_can_be_filled    = located<"stages_can_be_filled",      &facts_t::stages_can_be_filled>;
using is_first_revision       = when<"is_first_revision",       [](const facts_t& f) { return f.is_first_revision; }>;
using kind_allows_register    = when<"kind_allows_register",    [](const facts_t& f) { return f.kind_allows_register; }>;
using every_review_is_settled = when<"every_review_is_settled", [](const facts_t& f) { return f.every_review_is_settled; }>;
using every_stage_is_approved = when<"every_stage_is_approved", [](const facts_t& f) { return f.every_stage_is_approved; }>;
using a_stage_was_returned    = when<"a_stage_was_returned",    [](const facts_t& f) { return f.a_stage_was_returned; }>;
using a_stage_was_refused     = when<"a_stage_was_refused",     [](const facts_t& f) { return f.a_stage_was_refused; }>;
using a_later_one_was_adopted = when<"a_later_revision_was_adopted", [](const facts_t& f) { return f.a_later_revision_was_adopted; }>;
using every_target_is_final   = located<"every_target_is_final",     &facts_t::every_target_is_final, guard_kind::circumstance>;
using no_amendment_is_open    = when<"no_amendment_is_open",    [](const facts_t& f) { return !f.an_amendment_is_open; }>;

using plan_is_complete = all<there_is_an_action, actions_are_complete, columns_are_complete,
                             targets_are_complete, agencies_can_confirm, stages_can_be_filled>;
using may_be_registered = all<is_first_revision, kind_allows_register, there_is_an_action,
                              actions_are_complete, columns_are_complete, targets_are_complete,
                              agencies_can_confirm>;

struct rad_drafting_table : table<rad_drafting_table> {
    using initial_state = draft;
    using final_states = mp11::mp_list<cancelled, refused, superseded, closed>;
    using transition_table = mp11::mp_list<
        //   from            command            to              when                     then
        rule<draft,          submit,            agency_review,  plan_is_complete,        then<effect<"ask_agencies">>>,
        rule<draft,          register_adopted,  in_force,       may_be_registered,       then<effect<"enter_into_force">, notify<"plan_adopted">>>,
        rule<draft,          cancel,            cancelled>,
        rule<agency_review,  recall,            draft>,
        rule<sahli_approval, recall,            draft>,
        rule<approved,       recall,            draft>,
        rule<agency_review,  conclude_review,   sahli_approval, every_review_is_settled, then<effect<"ask_first_stage">>>,
        rule<sahli_approval, conclude_approval, approved,       every_stage_is_approved, then<notify<"plan_approved">>>,
        rule<sahli_approval, return_to_draft,   draft,          a_stage_was_returned,    then<notify<"plan_returned">>>,
        rule<sahli_approval, refuse,            refused,        a_stage_was_refused,     then<notify<"plan_refused">>>,
        rule<approved,       adopt,             in_force,       always,                  then<effect<"enter_into_force">, notify<"plan_adopted">>>,
        rule<in_force,       supersede,         superseded,     a_later_one_was_adopted>,
        rule<in_force,       amend,             in_force,       no_amendment_is_open,    then<begins<"next_revision">>>,
        rule<in_force,       close,             closed,         all<every_target_is_final, no_amendment_is_open>>>;
};
// clang-format on
} // namespace

namespace definitions {
workflow::definition answer(table_of<workflow::revision>)
{
    return workflow::make_definition<rad_drafting_table, plan_facts>("rad_drafting", "plans");
}
} // namespace definitions
