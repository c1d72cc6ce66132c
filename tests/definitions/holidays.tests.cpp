// The built-in holidays of 2026.
#include "definitions/holidays.hpp"
#include "tests/support/catch.hpp"
#include <algorithm>

TEST_CASE("2026 has 17 public holidays and 8 days of joint leave, in order")
{
    const auto days = definitions::holidays_of(2026);
    const auto of_kind = [&](const char* kind) {
        return std::count_if(days.begin(), days.end(),
                             [&](const workflow::holiday& each) { return each.kind == kind; });
    };
    CHECK(of_kind("national") == 17);
    CHECK(of_kind("joint_leave") == 8);
    CHECK(days.size() == 25);
    CHECK(std::is_sorted(days.begin(), days.end(),
                         [](const auto& one, const auto& other) { return one.day < other.day; }));
    CHECK(workflow::iso(days.front().day) == "2026-01-01");
    CHECK(days.front().name == "Tahun Baru Masehi");
    CHECK(workflow::iso(days.back().day) == "2026-12-25");
}

TEST_CASE("a year whose decree is not built in has no holidays")
{
    CHECK(definitions::holidays_of(2027).empty());
}
