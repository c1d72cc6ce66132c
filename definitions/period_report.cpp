// A region's report on one period, submitted upward with declared gaps, received or returned.
#include "definitions/catalog.hpp"
#include "workflow/table/vocabulary.hpp"
#include "workflow/things/report.hpp"

namespace {
using namespace workflow;
using facts_t = report_facts;

struct compiling : state<"compiling"> {};
struct submitted : state<"submitted"> {};
struct received : state<"received"> {};

// clang-format off
using secretariat = by<who::secretariat>;
using parent      = by<who::parent_secretariat>;

struct submit             : command<"submit",             "submitted", secretariat, needs<"gaps">, work<"compile">> {};
struct receive            : command<"receive",            "received",  parent, work<"receive">> {};
struct return_for_changes : command<"return_for_changes", "returned",  parent, needs<"reason">> {};
struct amend              : command<"amend",              "amended",   secretariat> {};

using questions_are_answered = located<"questions_are_answered", &facts_t::questions_are_answered>;
using something_has_changed = when<"something_has_changed", [](const facts_t& f) { return f.something_has_changed; }>;

struct period_report_table : table<period_report_table> {
    using initial_state = compiling;
    using final_states = mp11::mp_list<received>;
    using transition_table = mp11::mp_list<
        //   from       command             to         when                    then
        rule<compiling, submit,             submitted, questions_are_answered, then<effect<"declare_gaps">, notify<"report_submitted">>>,
        rule<submitted, receive,            received,  always,                 then<notify<"report_received">>>,
        rule<submitted, return_for_changes, compiling, always,                 then<notify<"report_returned">>>,
        rule<received,  amend,              compiling, something_has_changed>>;
};
// clang-format on
} // namespace

namespace definitions {
workflow::definition answer(table_of<workflow::report>)
{
    return workflow::make_definition<period_report_table, report_facts>("period_report", "reports");
}
} // namespace definitions
