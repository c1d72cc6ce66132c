// The calendar against an oracle that walks day by day, in Indonesia's three zones and one with
// DST.
#include "workflow/days/calendar.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/seed.hpp"
#include <date/tz.h>

using namespace workflow;
using namespace std::chrono;
using day_of = workflow::date;

namespace {

const std::vector<std::string> zones{"Asia/Jakarta", "Asia/Pontianak", "Asia/Makassar",
                                     "Asia/Jayapura", "Europe/Berlin"};

day_of random_day(std::mt19937_64& random)
{
    const sys_days first = year{2024} / January / 1;
    return day_of{first + days{std::uniform_int_distribution{0, 4 * 365}(random)}};
}

calendar random_calendar(std::mt19937_64& random)
{
    std::set<day_of> off;
    for (int i = std::uniform_int_distribution{0, 120}(random); i > 0; --i) {
        off.insert(random_day(random));
    }
    return {std::move(off), zones[random() % zones.size()]};
}

// The contract's words, read literally.
int days_left_by_walking(const calendar& calendar, day_of today, day_of due)
{
    int count = 0;
    for (day_of day = today; day < due;) {
        day = add_days(day, 1);
        count += calendar.is_working_day(day);
    }
    if (today <= due) return count;
    for (day_of day = due; day < today;) {
        day = add_days(day, 1);
        count += calendar.is_working_day(day);
    }
    return count == 0 ? -1 : -count;
}

} // namespace

TEST_CASE("days left are the working days that a walk counts, before and after the due date")
{
    std::mt19937_64 random{tests::seed("days left")};
    for (int run = 0; run < 3000; ++run) {
        const auto calendar = random_calendar(random);
        const auto today = random_day(random);
        const auto due = run % 3 == 0
                             ? random_day(random)
                             : add_days(today, std::uniform_int_distribution{-40, 40}(random));
        INFO("run " << run << " today " << iso(today) << " due " << iso(due));
        REQUIRE(calendar.days_left(today, due) == days_left_by_walking(calendar, today, due));
    }
}

TEST_CASE("days left are 0 on the day, -1 on the weekend after it, and count weekdays only")
{
    const calendar bare;
    const day_of friday = 2026y / April / 24;
    CHECK(bare.days_left(friday, friday) == 0);
    CHECK(bare.days_left(add_days(friday, -1), friday) == 1);
    CHECK(bare.days_left(add_days(friday, -4), friday) == 4);
    CHECK(bare.days_left(add_days(friday, 1), friday) == -1);
    CHECK(bare.days_left(add_days(friday, 3), friday) == -1);
    CHECK(bare.days_left(add_days(friday, 4), friday) == -2);
    CHECK(bare.days_left(friday, add_days(friday, 2)) == 0);
    CHECK(bare.days_left(friday, 9999y / December / 31) > 2'000'000);
}

TEST_CASE("moving to a working day finds the nearest one on its side")
{
    std::mt19937_64 random{tests::seed("moved to a working day")};
    for (int run = 0; run < 3000; ++run) {
        const auto calendar = random_calendar(random);
        const auto day = random_day(random);
        const auto back = calendar.back_to_working_day(day);
        const auto forward = calendar.forward_to_working_day(day);
        INFO("run " << run << " day " << iso(day));
        REQUIRE(back <= day);
        REQUIRE(forward >= day);
        REQUIRE(calendar.is_working_day(back));
        REQUIRE(calendar.is_working_day(forward));
        for (auto between = add_days(back, 1); between <= day; between = add_days(between, 1)) {
            REQUIRE_FALSE(calendar.is_working_day(between));
        }
        for (auto between = day; between < forward; between = add_days(between, 1)) {
            REQUIRE_FALSE(calendar.is_working_day(between));
        }
    }
}

TEST_CASE("n working days later have n working days left, and end on a working day")
{
    std::mt19937_64 random{tests::seed("working days later")};
    for (int run = 0; run < 2000; ++run) {
        const auto calendar = random_calendar(random);
        const auto day = random_day(random);
        const int count = std::uniform_int_distribution{0, 30}(random);
        const auto later = calendar.add_working_days(day, count);
        INFO("run " << run << " day " << iso(day) << " count " << count);
        REQUIRE(days_left_by_walking(calendar, day, later) == count);
        if (count > 0) REQUIRE(calendar.is_working_day(later));
        if (count == 0) REQUIRE(later == day);
    }
}

TEST_CASE("a date ends at 24:00 local: the last microsecond is today, the next one tomorrow")
{
    for (const auto& zone : zones) {
        const calendar calendar{{}, zone};
        for (day_of day = 2026y / January / 1; day < 2027y / January / 1; day = add_days(day, 1)) {
            INFO(zone << ' ' << iso(day));
            const instant end = calendar.end_of(day);
            REQUIRE(calendar.today(end - microseconds{1}) == day);
            REQUIRE(calendar.today(end) == add_days(day, 1));
            REQUIRE(calendar.has_passed(day, end));
            REQUIRE_FALSE(calendar.has_passed(day, end - microseconds{1}));
            const auto local = ::date::locate_zone(zone)->to_local(calendar.at(day, 7, 30));
            REQUIRE(local.time_since_epoch() == sys_days{day}.time_since_epoch() + 450min);
        }
    }
}

TEST_CASE("07:30 is another instant in each of Indonesia's zones and moves with summer time")
{
    const auto at = [](const char* zone, day_of day) {
        return rfc3339(calendar{{}, zone}.at(day, 7, 30));
    };
    const day_of day = 2026y / April / 16;
    CHECK(at("Asia/Jakarta", day) == "2026-04-16T00:30:00Z");
    CHECK(at("Asia/Pontianak", day) == "2026-04-16T00:30:00Z");
    CHECK(at("Asia/Makassar", day) == "2026-04-15T23:30:00Z");
    CHECK(at("Asia/Jayapura", day) == "2026-04-15T22:30:00Z");
    CHECK(at("Europe/Berlin", 2026y / March / 28) == "2026-03-28T06:30:00Z");
    CHECK(at("Europe/Berlin", 2026y / March / 29) == "2026-03-29T05:30:00Z");
}

TEST_CASE("a local time that a clock skips means the change, one that comes twice the first")
{
    const calendar berlin{{}, "Europe/Berlin"};
    CHECK(rfc3339(berlin.at(2026y / March / 29, 2, 30)) == "2026-03-29T01:00:00Z");
    CHECK(rfc3339(berlin.at(2026y / October / 25, 2, 30)) == "2026-10-25T00:30:00Z");
}
