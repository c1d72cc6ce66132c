// Calendars and periods of a region's year.
#include "persistence/nouns/calendars.hpp"
#include "definitions/kinds.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using namespace std::chrono_literals;
using support::kind;

TEST_CASE("a region's calendar holds the nation's days off, its own and those above, three years")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    here.execute("INSERT INTO holidays(region, day, kind, name) VALUES "
                 "('', '2025-12-31', 'national', 'a'), ('', '2027-01-01', 'joint_leave', 'b'), "
                 "('62', '2026-05-22', 'regional', 'c'), ('62.71', '2026-05-21', 'regional', 'd'), "
                 "('81', '2026-05-20', 'regional', 'e'), ('', '2024-12-31', 'national', 'f')");
    const auto days = here.store().read([](unit_of_work& unit) {
        return calendar_for(unit, {.code = "62.71", .name = "x", .zone = "Asia/Pontianak"}, 2026);
    });
    CHECK(days.zone() == "Asia/Pontianak");
    CHECK_FALSE(days.is_working_day(2025y / 12 / 31));
    CHECK_FALSE(days.is_working_day(2027y / 1 / 1));
    CHECK_FALSE(days.is_working_day(2026y / 5 / 22));
    CHECK_FALSE(days.is_working_day(2026y / 5 / 21));
    CHECK(days.is_working_day(2026y / 5 / 20));
    CHECK(days.is_working_day(2024y / 12 / 31));
}

TEST_CASE("a plan of three years has the days off of each of them, and of the year after")
{
    const auto which = GENERATE(kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    here.execute("INSERT INTO holidays(region, day, kind, name) VALUES "
                 "('', '2028-05-22', 'national', 'a'), ('', '2029-01-02', 'national', 'b'), "
                 "('', '2030-01-02', 'national', 'c')");
    const workflow::region place{.code = "62", .name = {}, .zone = "Asia/Jakarta"};
    here.store().read([&](unit_of_work& unit) {
        const calendars at_once(unit, {{place, 2026, 3}, {place, 2026, 1}});
        for (const auto& days :
             {calendar_for(unit, place, 2026, 3), at_once.calendar_for(place, 2026, 3)}) {
            CHECK_FALSE(days.is_working_day(2028y / 5 / 22));
            CHECK_FALSE(days.is_working_day(2029y / 1 / 2));
            CHECK(days.is_working_day(2030y / 1 / 2));
        }
        CHECK(calendar_for(unit, place, 2026).is_working_day(2028y / 5 / 22));
        CHECK(at_once.calendar_for(place, 2026).is_working_day(2028y / 5 / 22));
    });
}

TEST_CASE("a period is overridden for exactly that region, kind and year")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    here.execute("INSERT INTO period_overrides(region, kind, year, code, from_day, to_day, "
                 "cut_off, due, lock_day) VALUES ('62', 'rad_pks', 2026, 'B04', '2026-01-01', "
                 "'2026-04-30', '2026-05-10', '2026-05-20', '2026-06-10')");
    const auto rules = definitions::built_in_kinds().back();
    REQUIRE(rules.name == "rad_pks");
    const auto periods = [&](const std::string& code, int year) {
        return here.store().read([&](unit_of_work& unit) {
            return periods_for(unit, rules, {.code = code, .name = {}, .zone = {}}, year);
        });
    };
    CHECK(periods("62", 2026)[0].cut_off == 2026y / 5 / 10);
    CHECK(periods("62", 2026)[0].lock == 2026y / 6 / 10);
    CHECK(periods("62", 2026)[1].cut_off == 2026y / 8 / 31);
    CHECK(periods("62.71", 2026)[0].cut_off == 2026y / 4 / 30);
    CHECK(periods("62", 2027)[0].cut_off == 2027y / 4 / 30);
}

TEST_CASE("the days of the same date are off in every year, until the year has a list of its own")
{
    const auto which = GENERATE(kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    const auto is_off = [&](workflow::date day) {
        return here.store().read([&](unit_of_work& unit) {
            const int year = static_cast<int>(day.year());
            return !calendar_for(unit, {.code = "62.71", .name = {}, .zone = "Asia/Jakarta"}, year)
                        .is_working_day(day);
        });
    };
    for (const auto& day :
         {2029y / 1 / 1, 2029y / 5 / 1, 2029y / 6 / 1, 2029y / 8 / 17, 2029y / 12 / 25})
        CHECK(is_off(day));
    CHECK_FALSE(is_off(2029y / 5 / 2));
    here.execute(
        "INSERT INTO holidays(region, day, kind, name) VALUES "
        "('', '2029-05-02', 'national', 'moved'), ('62', '2030-05-03', 'regional', 'own')");
    CHECK(is_off(2029y / 5 / 2));
    CHECK_FALSE(is_off(2029y / 5 / 1));
    CHECK(is_off(2030y / 5 / 1)); // a region's own days are no list of the nation
}
