// Dates and instants as text: one strict form in, one form out.
#include "workflow/days/clock.hpp"
#include "tests/support/catch.hpp"

using namespace workflow;
using namespace std::chrono;

TEST_CASE("a date is written and read in ISO form")
{
    const workflow::date day = year{2026} / April / 30;
    CHECK(iso(day) == "2026-04-30");
    workflow::date back{};
    REQUIRE(parse_date("2026-04-30", back));
    CHECK(back == day);
    CHECK(parse_date("2024-02-29", back));
}

TEST_CASE("text that is no day of the calendar is refused and leaves the date alone")
{
    const auto text = GENERATE("", "2026-4-30", "2026-04-31", "2025-02-29", "2026-13-01",
                               "2026-00-10", "2026-01-00", "2026-04-30 ", " 2026-04-3",
                               "2026/04/30", "+026-04-30", "2026-04-3a", "20260430");
    workflow::date untouched = year{2000} / January / 1;
    INFO(text);
    CHECK_FALSE(parse_date(text, untouched));
    CHECK(iso(untouched) == "2000-01-01");
}

TEST_CASE("an instant is written in UTC, with a fraction only when there is one")
{
    const instant at = sys_days{year{2026} / April / 30} + hours{2} + minutes{30};
    CHECK(rfc3339(at) == "2026-04-30T02:30:00Z");
    CHECK(rfc3339(at + microseconds{1500}) == "2026-04-30T02:30:00.001500Z");
    CHECK(rfc3339(instant{} - microseconds{1}) == "1969-12-31T23:59:59.999999Z");
    CHECK(instant_of(microseconds_of(at)) == at);
}
