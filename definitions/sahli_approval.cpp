// One stage of the approval chain: a role, and how many of its holders must agree.
#include "definitions/catalog.hpp"
#include "workflow/table/vocabulary.hpp"
#include "workflow/things/approval.hpp"

namespace {
using namespace workflow;
using facts_t = approval_facts;

struct pending : state<"pending"> {};
struct approved : state<"approved"> {};
struct returned : state<"returned"> {};
struct refused : state<"refused"> {};
struct superseded : state<"superseded"> {};

// clang-format off
using stage_role = by<who::stage_member>;
using the_engine = by<who::system>;
using reason     = needs<"reason">;

struct approve            : command<"approve",            "approved",   stage_role, sensitive, work<"approve">> {};
struct return_for_changes : command<"return_for_changes", "returned",   stage_role, reason, sensitive> {};
struct refuse             : command<"refuse",             "refused",    stage_role, reason, sensitive> {};
struct supersede          : command<"supersede",          "superseded", the_engine> {};

using is_not_the_submitter = four_eyes<"is_not_the_submitter", [](const facts_t& f) { return !f.is_the_submitter; }>;
using has_not_voted        = four_eyes<"has_not_voted",        [](const facts_t& f) { return !f.has_voted; }>;
using quorum_is_reached    = when<"quorum_is_reached",         [](const facts_t& f) { return f.quorum_is_reached; }>;
using plan_went_back       = when<"plan_went_back",            [](const facts_t& f) { return f.plan_went_back; }>;

using last_vote    = all<is_not_the_submitter, has_not_voted, quorum_is_reached>;
using another_vote = all<is_not_the_submitter, has_not_voted, unless<quorum_is_reached>>;

struct sahli_approval_table : table<sahli_approval_table> {
    using initial_state = pending;
    using final_states = mp11::mp_list<returned, refused, superseded>;
    using transition_table = mp11::mp_list<
        //   from      command             to          when            then
        rule<pending,  approve,            approved,   last_vote,      then<effect<"count_vote">, effect<"ask_next_stage">>>,
        rule<pending,  approve,            pending,    another_vote,   then<effect<"count_vote">>>,
        rule<pending,  return_for_changes, returned>,
        rule<pending,  refuse,             refused>,
        rule<pending,  supersede,          superseded, plan_went_back>,
        rule<approved, supersede,          superseded, plan_went_back>>;
};
// clang-format on
} // namespace

namespace definitions {
workflow::definition answer(table_of<workflow::approval>)
{
    return workflow::make_definition<sahli_approval_table, approval_facts>("sahli_approval",
                                                                           "approvals");
}
} // namespace definitions
