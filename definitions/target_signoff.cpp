// One target of one period: reported with evidence by the lead agency, endorsed by its head, signed
// off by the secretariat; four eyes at every step.
#include "definitions/catalog.hpp"
#include "workflow/table/vocabulary.hpp"
#include "workflow/things/target.hpp"

namespace {
using namespace workflow;
using facts_t = target_facts;

struct planned : state<"planned"> {};
struct open : state<"open"> {};
struct reported : state<"reported"> {};
struct endorsed : state<"endorsed"> {};
struct infeasible_claimed : state<"infeasible_claimed"> {};
struct signed_off : state<"signed_off"> {};
struct infeasible : state<"infeasible"> {};
struct not_reported : state<"not_reported"> {};
struct withdrawn : state<"withdrawn"> {};

// clang-format off
using lead_agency = by<who::lead_staff, who::lead_head>;
using lead_head   = by<who::lead_head>;
using secretariat = by<who::secretariat>;
using the_engine  = by<who::system>;
using reason      = needs<"reason">;

struct report             : command<"report",             "reported",            lead_agency, work<"report">> {};
struct recall             : command<"recall",             "recalled",            by<who::reporter>> {};
struct endorse            : command<"endorse",            "endorsed",            lead_head, work<"endorse">> {};
struct return_to_staff    : command<"return_to_staff",    "returned_to_staff",   lead_head, reason> {};
struct sign_off           : command<"sign_off",           "signed_off",
                                                         secretariat, needs<"scores">, takes<"class">, sensitive, work<"sign_off">> {};
struct return_for_changes : command<"return_for_changes", "returned",            secretariat, reason> {};
struct claim_infeasible   : command<"claim_infeasible",   "infeasible_claimed",  lead_head, reason> {};
struct accept_infeasible  : command<"accept_infeasible",  "infeasible_accepted", secretariat, sensitive, work<"accept">> {};
struct reopen             : command<"reopen",             "reopened",            secretariat, needs<"reason", "until">> {};
struct open_period        : command<"open",               "opened",              the_engine> {};
struct lapse              : command<"lapse",              "lapsed",              the_engine> {};
struct restore            : command<"restore",            "restored",            the_engine> {};
struct revise             : command<"revise",             "revised",             the_engine> {};
struct withdraw           : command<"withdraw",           "withdrawn",           the_engine> {};

using plan_is_in_force     = when<"plan_is_in_force",     [](const facts_t& f) { return f.plan_is_in_force; }>;
using period_has_begun     = when<"period_has_begun",     [](const facts_t& f) { return f.period_has_begun; }>;
using end_has_passed       = when<"end_has_passed",       [](const facts_t& f) { return f.end_has_passed; }>;
using end_has_not_passed   = when<"end_has_not_passed",   [](const facts_t& f) { return !f.end_has_passed; }>;
using achievement_is_given = asked_for<"achievement_is_given", [](const facts_t& f) { return f.achievement_is_given; }>;
using evidence_is_there    = located<"evidence_is_there", &facts_t::evidence_is_there>;
using checklist_is_complete = located<"checklist_is_complete", &facts_t::checklist_is_complete>;
using never_final          = when<"never_final",          [](const facts_t& f) { return f.last_final == final_state::none; }>;
using was_revised          = when<"was_revised",          [](const facts_t& f) { return f.was_revised; }>;
using was_dropped          = when<"was_dropped",          [](const facts_t& f) { return f.was_dropped; }>;
using is_not_the_reporter  = four_eyes<"is_not_the_reporter", [](const facts_t& f) { return !f.is_the_reporter; }>;
using is_not_the_endorser  = four_eyes<"is_not_the_endorser", [](const facts_t& f) { return !f.is_the_endorser; }>;
using is_not_the_claimant  = four_eyes<"is_not_the_claimant", [](const facts_t& f) { return !f.is_the_claimant; }>;
using may_endorse          = four_eyes<"may_endorse", [](const facts_t& f) { return !f.is_the_reporter || f.kind_relaxes_four_eyes; }>;
template <final_state Value> using was = equals<"last_final_state", &facts_t::last_final, Value>;

using may_open     = all<plan_is_in_force, period_has_begun>;
using may_report   = all<end_has_not_passed, achievement_is_given, evidence_is_there, checklist_is_complete>;
using may_sign_off = all<is_not_the_reporter, is_not_the_endorser>;
using may_lapse    = all<end_has_passed, never_final>;
template <final_state Value> using back_to = all<end_has_passed, was<Value>>;

using opens    = then<effect<"open_target">, notify<"target_opened">>;
using scores   = then<effect<"record_scores">, effect<"keep_final_round">>;
using signs    = then<effect<"keep_final_round">>;
using returns  = then<effect<"begin_round">, notify<"target_returned">>;
using reopens  = then<effect<"begin_round">, notify<"target_reopened">>;
using revises  = then<effect<"begin_round">, notify<"target_revised">>;
using restores = then<effect<"restore_final_round">>;

struct target_signoff_table : table<target_signoff_table> {
    using initial_state = planned;
    using final_states = mp11::mp_list<signed_off, infeasible, not_reported, withdrawn>;
    using transition_table = mp11::mp_list<
        //   from                command             to                  when                 then
        rule<planned,            open_period,        open,               may_open,            opens>,
        rule<open,               report,             reported,           may_report,          then<effect<"record_report">>>,
        rule<reported,           recall,             open,               always,              then<effect<"give_days">>>,
        rule<reported,           endorse,            endorsed,           may_endorse,         then<effect<"record_endorser">>>,
        rule<reported,           return_to_staff,    open,               always,              returns>,
        rule<endorsed,           sign_off,           signed_off,         may_sign_off,        scores>,
        rule<endorsed,           return_for_changes, open,               always,              returns>,
        rule<infeasible_claimed, return_for_changes, open,               always,              returns>,
        rule<open,               claim_infeasible,   infeasible_claimed, end_has_not_passed,  then<effect<"record_claim">>>,
        rule<infeasible_claimed, accept_infeasible,  infeasible,         is_not_the_claimant, signs>,
        rule<open,               lapse,              not_reported,       may_lapse,           signs>,
        rule<open,               restore,            signed_off,         back_to<final_state::signed_off>,   restores>,
        rule<open,               restore,            infeasible,         back_to<final_state::infeasible>,   restores>,
        rule<open,               restore,            not_reported,       back_to<final_state::not_reported>, restores>,
        rule<open,               revise,             open,               was_revised,         revises>,
        rule<reported,           revise,             open,               was_revised,         revises>,
        rule<endorsed,           revise,             open,               was_revised,         revises>,
        rule<infeasible_claimed, revise,             open,               was_revised,         revises>,
        rule<signed_off,         revise,             open,               was_revised,         revises>,
        rule<infeasible,         revise,             open,               was_revised,         revises>,
        rule<not_reported,       revise,             open,               was_revised,         revises>,
        rule<signed_off,         reopen,             open,               plan_is_in_force,         reopens>,
        rule<infeasible,         reopen,             open,               plan_is_in_force,         reopens>,
        rule<not_reported,       reopen,             open,               plan_is_in_force,         reopens>,
        rule<planned,            withdraw,           withdrawn,          was_dropped>,
        rule<open,               withdraw,           withdrawn,          was_dropped>,
        rule<reported,           withdraw,           withdrawn,          was_dropped>,
        rule<endorsed,           withdraw,           withdrawn,          was_dropped>,
        rule<infeasible_claimed, withdraw,           withdrawn,          was_dropped>,
        rule<signed_off,         withdraw,           withdrawn,          was_dropped>,
        rule<infeasible,         withdraw,           withdrawn,          was_dropped>,
        rule<not_reported,       withdraw,           withdrawn,          was_dropped>>;
};
// clang-format on
} // namespace

namespace definitions {
workflow::definition answer(table_of<workflow::target>)
{
    return workflow::make_definition<target_signoff_table, target_facts>("target_signoff",
                                                                         "targets");
}
} // namespace definitions
