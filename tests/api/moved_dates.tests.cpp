// Dates that move under targets that were given days of their own.
#include "persistence/proof/proof.hpp"
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"

using namespace std::chrono_literals;
using support::counter;

namespace {

constexpr auto periods = "/api/v1/periods?region=62&kind=rad_pks&year=2026";

// A plan of which B04 has lapsed; the first of June.
struct world_in_june : counter {
    std::string plan = behind().in_force();
    std::string target = behind().target_of(plan, "health", "B04");

    world_in_june() { at(2026y / 6 / 1); }

    // Noon in Jakarta of that day; what time has made due is done.
    void at(workflow::date day)
    {
        const workflow::instant noon = std::chrono::sys_days{day} + 5h;
        behind().here().set_clock(workflow::microseconds_of(noon) / 1'000'000);
        behind().sweep(plan);
    }
    std::string state() { return get("ani", "/targets/" + target).text("/state"); }
    support::heard reopen(const std::string& until)
    {
        return give("ani", "targets", target, "reopen",
                    R"({"reason":"Perbaikan","until":")" + until + R"("})");
    }
    support::heard move_lock(const std::string& lock)
    {
        const auto read = ask("dewi", "GET", periods);
        return ask("dewi", "PUT", periods,
                   R"({"items":[{"code":"B04","from":"2026-01-01","to":"2026-04-30",)"
                   R"("cut_off":"2026-06-30","due":"2026-07-10","lock":")" +
                       lock + R"("}]})",
                   {{"if-match", read.header("ETag")}});
    }
};

} // namespace

TEST_CASE("a target reopened until the 18th is open as long as everybody's when the lock moves on")
{
    world_in_june here;
    REQUIRE(here.state() == "not_reported");
    REQUIRE(here.reopen("2026-06-18").status() == 200);
    CHECK(here.get("sari", "/targets/" + here.target).text("/due") == "2026-06-18");
    REQUIRE(here.move_lock("2026-07-19").status() == 200);
    here.at(2026y / 6 / 19);
    CHECK(here.state() == "open");
    CHECK(here.get("sari", "/targets/" + here.target).text("/due") == "2026-06-30");
    CHECK(here.get("sari", "/targets?overdue=true").at("/items").as_array().empty());
    here.at(2026y / 7 / 19);
    CHECK(here.state() == "open");
    here.at(2026y / 7 / 20);
    CHECK(here.state() == "not_reported");
}

TEST_CASE("a target reopened beyond the lock keeps its own day")
{
    world_in_june here;
    REQUIRE(here.reopen("2026-06-18").status() == 200);
    here.at(2026y / 6 / 18);
    CHECK(here.state() == "open");
    here.at(2026y / 6 / 19);
    CHECK(here.state() == "not_reported");
}

TEST_CASE("a target is reopened for one period's length at most")
{
    world_in_june here;
    for (const char* until : {"9999-12-31", "2026-09-29"}) {
        INFO(until);
        const auto no = here.reopen(until);
        CHECK(no.status() == 422);
        CHECK(no.pointers() == std::vector<std::string>{"/until"});
        CHECK(no.text("/errors/0/detail").find("2026-09-28") != std::string::npos);
    }
    CHECK(here.reopen("2026-09-28").status() == 200); // B04 has 120 days, the first of them today
}

TEST_CASE("whoever moves a lock is told what stays lapsed")
{
    world_in_june here;
    const auto still_over = here.move_lock("2026-07-10");
    REQUIRE(still_over.status() == 200);
    REQUIRE(still_over.at("/stays_lapsed").as_array().size() == 1);
    CHECK(still_over.text("/stays_lapsed/0/period") == "B04");
    CHECK(still_over.text("/stays_lapsed/0/targets") == "2");
    CHECK(still_over.text("/stays_lapsed/0/detail").find("2 targets of B04") == 0);
    CHECK(here.state() == "not_reported");
    here.at(2026y / 7 / 11);
    const auto nothing = here.move_lock("2026-07-10"); // over before and after
    CHECK(nothing.at("/stays_lapsed").as_array().empty());
}
