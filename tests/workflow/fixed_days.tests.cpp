// The days that every year has.
#include "workflow/days/fixed_days.hpp"
#include "tests/support/catch.hpp"

using namespace std::chrono_literals;

TEST_CASE("five national holidays fall on the same date every year")
{
    std::vector<std::string> days;
    for (const auto& each : workflow::fixed_days_of(2031)) {
        CHECK(each.kind == "national");
        CHECK_FALSE(each.name.empty());
        days.push_back(workflow::iso(each.day));
    }
    CHECK(days == std::vector<std::string>{"2031-01-01", "2031-05-01", "2031-06-01", "2031-08-17",
                                           "2031-12-25"});
}

TEST_CASE("from the first of November the coming year should have its list")
{
    CHECK_FALSE(workflow::is_time_for_next_year(2026y / 10 / 31));
    CHECK(workflow::is_time_for_next_year(2026y / 11 / 1));
    CHECK(workflow::is_time_for_next_year(2026y / 12 / 31));
    CHECK_FALSE(workflow::is_time_for_next_year(2027y / 1 / 1));
}
