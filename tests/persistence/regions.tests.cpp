// Regions, registered again and again, and read page by page.
#include "persistence/nouns/regions.hpp"
#include "definitions/regions.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;

TEST_CASE("all regions are registered once and new names are taken over")
{
    const auto which = GENERATE(kind::sqlite_file, kind::mariadb);
    support::world here(which);
    auto regions = definitions::all_regions();
    for (int start = 1; start <= 2; ++start)
        here.store().write([&](unit_of_work& unit) { register_regions(unit, regions); });
    CHECK(here.count("SELECT COUNT(*) FROM regions") == static_cast<long long>(regions.size()));
    regions.back().name = "Another name";
    here.store().write([&](unit_of_work& unit) { register_regions(unit, regions); });
    CHECK(here.count("SELECT COUNT(*) FROM regions WHERE name = 'Another name'") == 1);
}

TEST_CASE("pages of regions hold everything once, in order")
{
    const auto which = GENERATE(kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    here.store().write(
        [](unit_of_work& unit) { register_regions(unit, definitions::all_regions()); });
    std::vector<std::string> codes;
    page_request asked{.limit = 200};
    do {
        const auto got =
            here.store().read([&](unit_of_work& unit) { return list_regions(unit, asked); });
        REQUIRE(got.has_value());
        for (const auto& one : got->items) codes.push_back(one.code);
        asked.cursor = got->next;
    } while (!asked.cursor.empty());
    CHECK(codes.size() == definitions::all_regions().size());
    CHECK(std::is_sorted(codes.begin(), codes.end()));
}

TEST_CASE("a cursor that is not from a list is malformed")
{
    for (const auto* cursor : {"x", "6", "zz", "313a", "3939393939393a61", "303a303a", "-1"}) {
        INFO(cursor);
        const auto key = key_of({.limit = 1, .cursor = cursor}, 1);
        REQUIRE_FALSE(key.has_value());
        CHECK(key.error().code == workflow::errc::malformed);
    }
    const std::vector<std::string> odd{"a:b", "", std::string("\0\xff", 2)};
    CHECK(key_of({.limit = 1, .cursor = cursor_of(odd)}, 3).value() == odd);
}
