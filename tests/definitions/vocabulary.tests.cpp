// The words themselves, on a small table: MSM really decides, and what is restored runs no entry.
#include "workflow/table/vocabulary.hpp"
#include "tests/support/catch.hpp"
#include "workflow/table/decide.hpp"
#include "workflow/things/plan.hpp"
#include "workflow/things/report.hpp"

namespace {
using namespace workflow;

int entries = 0;

struct closed_door : state<"closed_door"> {
    template <class E, class M> void on_entry(const E&, M&) { ++entries; }
};
struct open_door : state<"open_door"> {};
struct gone : state<"gone"> {};

struct push : command<"push", "pushed", by<who::secretariat>> {};
struct burn : command<"burn", "burnt", by<who::system>> {};

using changed = when<"changed", [](const report_facts& f) { return f.something_has_changed; }>;
struct failing {
    static bool on;
};
bool failing::on = false;
using throwing = when<"throwing", [](const report_facts&) {
    if (failing::on) throw std::runtime_error("guard");
    return true;
}>;

using full_rows = mp11::mp_list<rule<closed_door, push, open_door, all<changed, throwing>>,
                                rule<open_door, push, closed_door>, rule<open_door, burn, gone>,
                                rule<closed_door, burn, gone>>;

struct door_table : table<door_table> {
    using initial_state = closed_door;
    using final_states = mp11::mp_list<gone>;
    using transition_table = full_rows;
};

// The same table as everybody reads it, but MSM runs one row less.
struct broken_table : table<broken_table> {
    using initial_state = closed_door;
    using final_states = mp11::mp_list<gone>;
    using transition_table =
        mp11::mp_list<rule<closed_door, push, open_door, all<changed, throwing>>,
                      rule<open_door, burn, gone>, rule<closed_door, burn, gone>>;
};

report_facts by_secretariat(bool has_changed)
{
    report_facts f;
    f.actor = who::secretariat;
    f.something_has_changed = has_changed;
    return f;
}

} // namespace

TEST_CASE("a decision is MSM's, and a guard that fails is the reason of the refusal")
{
    const auto door = make_definition<door_table, report_facts>("door", "doors");
    const auto opened = decide(door, "closed_door", by_secretariat(true), {"push", {}, {}, true});
    REQUIRE(opened.has_value());
    CHECK(opened->to == "open_door");
    CHECK(opened->event == "pushed");
    const auto kept = decide(door, "closed_door", by_secretariat(false), {"push", {}, {}, true});
    REQUIRE_FALSE(kept.has_value());
    CHECK(kept.error().code == errc::guard);
    CHECK(kept.error().reason.key == "changed");
}

TEST_CASE("a row removed only from what MSM runs does not pass")
{
    const auto door = make_definition<broken_table, report_facts, full_rows>("door", "doors");
    CHECK_THROWS_AS(decide(door, "open_door", by_secretariat(true), {"push", {}, {}, true}),
                    std::logic_error);
}

TEST_CASE("a restored machine runs no entry action of the state it wakes in")
{
    const auto door = make_definition<door_table, report_facts>("door", "doors");
    entries = 0;
    REQUIRE(decide(door, "closed_door", by_secretariat(true), {"push", {}, {}, true}).has_value());
    CHECK(entries == 0);
}

TEST_CASE("a guard that throws is heard, and the next decision is as if it had not been")
{
    const auto door = make_definition<door_table, report_facts>("door", "doors");
    failing::on = true;
    CHECK_THROWS_AS(decide(door, "closed_door", by_secretariat(true), {"push", {}, {}, true}),
                    std::runtime_error);
    failing::on = false;
    CHECK(decide(door, "closed_door", by_secretariat(true), {"push", {}, {}, true}).has_value());
}

TEST_CASE("facts of another machine are a bug, not a decision")
{
    const auto door = make_definition<door_table, report_facts>("door", "doors");
    CHECK_THROWS_AS(decide(door, "closed_door", plan_facts{}, {"push", {}, {}, true}),
                    std::logic_error);
}

TEST_CASE("who may not is told so before the state is looked at")
{
    const auto door = make_definition<door_table, report_facts>("door", "doors");
    report_facts nobody;
    const auto no = decide(door, "gone", nobody, {"push", {}, {}, true});
    REQUIRE_FALSE(no.has_value());
    CHECK(no.error().code == errc::forbidden);
    const auto late = decide(door, "gone", by_secretariat(true), {"push", {}, {}, true});
    REQUIRE_FALSE(late.has_value());
    CHECK(late.error().code == errc::wrong_state);
}
