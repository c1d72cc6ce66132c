// Periods of a year and classes of a percentage, from a kind's data.
#include "workflow/kinds/kind.hpp"
#include "tests/support/catch.hpp"
#include <limits>

using namespace workflow;

namespace {

std::string code_of(const kind& kind, double percent)
{
    const auto* found = class_of(kind, percent);
    return found ? found->code : "none";
}

} // namespace

TEST_CASE("a period's dates follow from its rule and the year")
{
    kind kind;
    kind.periods = {{"B04", {1, 1, 0}, {4, 30, 0}, 0, 15, 30}};
    const auto periods = periods_of(kind, 2026);
    REQUIRE(periods.size() == 1);
    CHECK(periods[0].code == "B04");
    CHECK(iso(periods[0].from) == "2026-01-01");
    CHECK(iso(periods[0].to) == "2026-04-30");
    CHECK(iso(periods[0].cut_off) == "2026-04-30");
    CHECK(iso(periods[0].due) == "2026-05-15");
    CHECK(iso(periods[0].lock) == "2026-05-30");
}

TEST_CASE("the 31st of a shorter month is its last day, and a period may end a year later")
{
    kind kind;
    kind.periods = {{"X", {12, 1, 0}, {2, 31, 1}, -12, 0, 0}};
    CHECK(iso(periods_of(kind, 2026)[0].to) == "2027-02-28");
    CHECK(iso(periods_of(kind, 2027)[0].to) == "2028-02-29");
    CHECK(iso(periods_of(kind, 2026)[0].cut_off) == "2027-02-16");
}

TEST_CASE("the first class that fits is taken, and none reported is the last one")
{
    kind kind;
    CHECK(class_of(kind, 50) == nullptr);
    kind.classes = {{"above", "biru", {}, 100, true},
                    {"on", "hijau", {}, 100, false},
                    {"near", "kuning", {}, 75, false},
                    {"below", "merah", {}, {}, false},
                    {"not_reported", "hitam", {}, {}, false}};
    CHECK(code_of(kind, 100.01) == "above");
    CHECK(code_of(kind, 100) == "on");
    CHECK(code_of(kind, 99.999) == "near");
    CHECK(code_of(kind, 75) == "near");
    CHECK(code_of(kind, 74.999) == "below");
    CHECK(code_of(kind, -3) == "below");
    CHECK(code_of(kind, std::numeric_limits<double>::quiet_NaN()) == "not_reported");
}
