#pragma once
// A table that compiles; each file beside it changes one thing that the compiler must refuse.
#include "workflow/table/vocabulary.hpp"
#include "workflow/things/report.hpp"

namespace door {
using namespace workflow;

struct shut : state<"shut"> {};
struct open : state<"open"> {};
struct gone : state<"gone"> {};

struct push : command<"push", "pushed", by<who::secretariat>> {};
struct burn : command<"burn", "burnt", by<who::system>> {};

using changed = when<"changed", [](const report_facts& f) { return f.something_has_changed; }>;

template <class Rows> struct door_table : table<door_table<Rows>> {
    using initial_state = shut;
    using final_states = mp11::mp_list<gone>;
    using transition_table = Rows;
};

template <class Rows> definition make()
{
    return make_definition<door_table<Rows>, report_facts>("door", "doors");
}

} // namespace door
