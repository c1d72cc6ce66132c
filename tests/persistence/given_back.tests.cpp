// What is read for who waits and who repairs, on both databases.
#include "persistence/nouns/plan_history.hpp"
#include "persistence/nouns/targets.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"

using support::kind;
using support::office;

TEST_CASE("targets by agency and state, and the last return of each thing, are read alike")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.draft();
    here.submit(plan);
    workflow::command_body why;
    why.given = {"reason"};
    why.reason = "Keliru";
    REQUIRE(bool(here.give("ani", {"plans", plan}, "recall", why)));
    here.store().read([&](persistence::unit_of_work& unit) {
        const auto back = persistence::read_given_back(unit, plan);
        REQUIRE(back.size() == 1);
        CHECK(back.at(plan).reason == "Keliru");
        CHECK(back.at(plan).by.name == "Name of ani");
        CHECK(persistence::read_targets_by_agency(unit, plan).empty());
    });
    here.submit(plan);
    here.confirm_all(plan);
    here.approve(plan);
    here.adopt(plan);
    here.store().read([&](persistence::unit_of_work& unit) {
        std::string told;
        for (const auto& t : persistence::read_targets_by_agency(unit, plan)) {
            told += t.state + ":" + t.agency.id + " ";
            CHECK_FALSE(t.agency.name.empty());
            CHECK(t.since == here.store().now());
        }
        CHECK(told == "open:health planned:health open:social planned:social ");
    });
}
