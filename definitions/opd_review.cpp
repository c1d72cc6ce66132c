// One agency's review of the rows it leads. Silence may be consent, if the kind says so.
#include "definitions/catalog.hpp"
#include "workflow/table/vocabulary.hpp"
#include "workflow/things/review.hpp"

namespace {
using namespace workflow;
using facts_t = review_facts;

struct pending : state<"pending"> {};
struct confirmed : state<"confirmed"> {};
struct changes_requested : state<"changes_requested"> {};
struct lapsed : state<"lapsed"> {};
struct superseded : state<"superseded"> {};

// clang-format off
using head       = by<who::reviewing_head>;
using the_engine = by<who::system>;

struct confirm         : command<"confirm",         "confirmed",         head, work<"review", pending>> {};
struct request_changes : command<"request_changes", "changes_requested", head, needs<"reason">, takes<"items">> {};
struct withdraw        : command<"withdraw",        "withdrawn",         head> {};
struct lapse           : command<"lapse",           "lapsed",            the_engine> {};
struct supersede       : command<"supersede",       "superseded",        the_engine> {};

using plan_is_in_review   = when<"plan_is_in_review",   [](const facts_t& f) { return f.plan_is_in_review; }>;
using deadline_has_passed = when<"deadline_has_passed", [](const facts_t& f) { return f.deadline_has_passed; }>;
using silence_is_consent  = when<"silence_is_consent",  [](const facts_t& f) { return f.silence_is_consent; }>;
using was_overtaken       = when<"was_overtaken",       [](const facts_t& f) { return f.was_overtaken; }>;

using may_lapse = all<plan_is_in_review, silence_is_consent, deadline_has_passed>;
using told      = then<notify<"changes_requested">>;

struct opd_review_table : table<opd_review_table> {
    using initial_state = pending;
    using final_states = mp11::mp_list<superseded>;
    using transition_table = mp11::mp_list<
        //   from               command          to                 when               then
        rule<pending,           confirm,         confirmed,         plan_is_in_review>,
        rule<changes_requested, confirm,         confirmed,         plan_is_in_review>,
        rule<pending,           request_changes, changes_requested, plan_is_in_review, told>,
        rule<confirmed,         request_changes, changes_requested, plan_is_in_review, told>,
        rule<confirmed,         withdraw,        pending,           plan_is_in_review>,
        rule<pending,           lapse,           lapsed,            may_lapse>,
        rule<pending,           supersede,       superseded,        was_overtaken>,
        rule<confirmed,         supersede,       superseded,        was_overtaken>,
        rule<changes_requested, supersede,       superseded,        was_overtaken>,
        rule<lapsed,            supersede,       superseded,        was_overtaken>>;
};
// clang-format on
} // namespace

namespace definitions {
workflow::definition answer(table_of<workflow::review>)
{
    return workflow::make_definition<opd_review_table, review_facts>("opd_review", "reviews");
}
} // namespace definitions
