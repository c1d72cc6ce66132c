// What an administrator is told without asking.
#include "api/nouns/upkeep.hpp"
#include "api/clerks/scheduler.hpp"
#include "persistence/nouns/holidays.hpp"
#include "persistence/nouns/leases.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"

using namespace std::chrono_literals;
using persistence::unit_of_work;
using support::town_hall;

namespace {

constexpr auto path = "/api/v1/upkeep";

std::vector<std::string> matters(const support::http_reply& told)
{
    std::vector<std::string> out;
    const auto body = told.json();
    for (const auto& each : body.at("items").as_array())
        out.push_back(std::string(each.at("what").as_string()) + ": " +
                      std::string(each.at("detail").as_string()));
    return out;
}

void work(town_hall& here)
{
    here.store().write([](unit_of_work& unit) {
        const auto held = persistence::take_lease(unit, api::scheduler_job, "one", 120s);
        persistence::note_done(unit, *held);
    });
}

void know(town_hall& here, int year)
{
    here.store().write([&](unit_of_work& unit) {
        persistence::seed_holidays(
            unit, year,
            {{workflow::date{std::chrono::year{year} / 1 / 1}, "national", "Tahun Baru"}});
    });
}

void pass_to(town_hall& here, workflow::date day)
{
    here.pass(std::chrono::sys_days{day} + 2h - here.now());
}

} // namespace

TEST_CASE("an administrator is told when the scheduler last ran, and that it stands still")
{
    town_hall here(api::upkeep_routes);
    know(here, 2026);
    auto admin = here.signed_in("admin");
    const auto never = admin.get(path);
    REQUIRE(never.status == 200);
    CHECK(never.json().at_pointer("/scheduler/last_ran").is_null());
    CHECK(matters(never).at(0).starts_with("scheduler_late: The scheduler is not at work"));
    work(here);
    const auto ran = workflow::rfc3339(here.now());
    here.pass(5min);
    CHECK(admin.get(path).json().at_pointer("/scheduler/last_ran").as_string() == ran);
    CHECK(matters(admin.get(path)).empty());
    here.pass(1s);
    CHECK(matters(admin.get(path)).size() == 1);
    CHECK(admin.get(path).json().at_pointer("/scheduler/is_late").as_bool());
}

TEST_CASE("a scheduler that ran in a time to come is late: a clock was ahead")
{
    town_hall here(api::upkeep_routes);
    know(here, 2026);
    here.pass(24h);
    work(here);
    here.pass(-24h);
    auto admin = here.signed_in("admin");
    CHECK(matters(admin.get(path)).size() == 1);
}

TEST_CASE("in November the administrator is told that the coming year has no days off")
{
    town_hall here(api::upkeep_routes);
    know(here, 2026);
    pass_to(here, 2026y / 10 / 31);
    work(here);
    auto admin = here.signed_in("admin");
    CHECK(matters(admin.get(path)).empty());
    pass_to(here, 2026y / 11 / 1);
    work(here);
    auto later = here.signed_in("root");
    const auto told = later.get(path);
    REQUIRE(matters(told).size() == 1);
    CHECK(matters(told)[0].starts_with("holidays_missing: The holidays of 2027"));
    CHECK(told.json().at_pointer("/items/0/link") == "/pengaturan/kalender?wilayah=00&tahun=2027");
    const auto empty = later.get("/api/v1/holidays?year=2027");
    REQUIRE(later
                .send("PUT", "/api/v1/holidays?year=2027",
                      R"({"items":[{"date":"2027-01-01","kind":"national","name":"Tahun Baru"}]})",
                      town_hall::matching(empty))
                .status == 200);
    CHECK(matters(later.get(path)).empty());
}

TEST_CASE("a present year without days off is told at any time")
{
    town_hall here(api::upkeep_routes);
    work(here);
    CHECK(matters(here.signed_in("admin").get(path)).at(0).starts_with("holidays_missing"));
}

TEST_CASE("upkeep is for administrators, and others are told who they are")
{
    town_hall here(api::upkeep_routes);
    CHECK(here.client().get(path).status == 401);
    const auto no = here.signed_in("ani").get(path);
    CHECK(no.status == 403);
    CHECK(no.json().at_pointer("/who/0/role") == "administrator");
}
