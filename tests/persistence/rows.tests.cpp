// What the two drivers hand back, read alike.
#include "persistence/sql/rows.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;
using namespace std::string_literals;

namespace {

const auto awkward = "nul \0 byte, \xF0\x9F\x8C\xBE, 'quoted' \\ \"double\" :name ?"s;

void fill(unit_of_work& unit)
{
    const long long big = 4'000'000'000'000;
    const std::optional<std::string> none;
    const auto value = value_of(none);
    auto null = indicator_of(none);
    unit.sql() << "INSERT INTO odd(id, big, short, text_, blob_, ratio) "
                  "VALUES (1, :big, :short, :text, :blob, 2.5)",
        soci::use(big), soci::use(value, null), soci::use(awkward), soci::use(awkward);
}

} // namespace

TEST_CASE("values round-trip and numbers are numbers on every database")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    here.execute("CREATE TABLE odd (id BIGINT PRIMARY KEY, big BIGINT, short VARCHAR(20), "
                 "text_ MEDIUMTEXT, blob_ MEDIUMBLOB, ratio DOUBLE)");
    here.store().write(fill);
    const int seen = here.store().read([](unit_of_work& unit) {
        int count = 0;
        const soci::rowset<soci::row> rows =
            (unit.sql().prepare << "SELECT COUNT(*), SUM(id), MAX(big), big, big + 1, 7, ratio, "
                                   "short, text_, blob_, MAX(short), NULLIF(7, 7) FROM odd "
                                   "GROUP BY big, ratio, short, text_, blob_");
        for (const auto& row : rows) {
            ++count;
            CHECK(number(row, 0) == 1);
            CHECK(number(row, 1) == 1);
            CHECK(number(row, 2) == 4'000'000'000'000);
            CHECK(number(row, 3) == 4'000'000'000'000);
            CHECK(number(row, 4) == 4'000'000'000'001);
            CHECK(number(row, 5) == 7);
            CHECK(real(row, 6) == 2.5);
            CHECK_FALSE(optional_text(row, 7));
            CHECK(text(row, 8) == awkward);
            CHECK(text(row, 9) == awkward);
            CHECK_FALSE(optional_text(row, 10));
            CHECK_FALSE(optional_number(row, 11));
            CHECK(optional_number(row, 3) == 4'000'000'000'000);
            CHECK_THROWS_WITH(text(row, 7), Catch::Contains("found NULL"));
            CHECK_THROWS_WITH(number(row, 8), Catch::Contains("a number, found"));
        }
        return count;
    });
    CHECK(seen == 1);
}

TEST_CASE("text differs by case, accent and trailing space on every database")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    here.store().write([](unit_of_work& unit) {
        for (const auto* id : {"Ani", "ani", "\xC3\xA1ni"}) unit.create_stream(id);
    });
    CHECK(here.count("SELECT COUNT(*) FROM streams WHERE id = 'ani'") == 1);
    CHECK(here.count("SELECT COUNT(*) FROM streams WHERE id > 'Z'") == 2);
}
