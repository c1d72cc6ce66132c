// Migrations: once, twice, at once, changed, from the future, and cut off in the middle.
#include "persistence/sql/migrate.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"
#include <set>

using namespace persistence;
using support::kind;

namespace {

std::vector<migration> with(const migration& further)
{
    auto out = migrations();
    out.push_back(further);
    return out;
}

const migration nine{
    .number = 9999,
    .name = "9999_more.sql",
    .text = "-- more\n"
            "CREATE TABLE more (\n    id BIGINT PRIMARY KEY, -- its id\n    name VARCHAR(9)\n);\n"
            "INSERT INTO more(id, name) VALUES (1, 'a;b');\n"};

const migration ten{.number = 10'000,
                    .name = "10000_less.sql",
                    .text = "CREATE INDEX more_by_name ON more (name);\n"
                            "DROP INDEX more_by_name ON more;\n"
                            "CREATE INDEX more_by_name ON more (name, id);\n"};

} // namespace

TEST_CASE("every embedded migration has a number of its own")
{
    std::set<int> numbers;
    for (const auto& one : migrations()) CHECK(numbers.insert(one.number).second);
    CHECK(numbers.contains(1));
}

TEST_CASE("migrating twice changes nothing")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which); // migrates once
    migrate(here.store());
    require_migrated(here.store());
    CHECK(here.count("SELECT COUNT(*) FROM schema_migrations") ==
          static_cast<long long>(migrations().size()));
    migrate(here.store(), with(nine));
    migrate(here.store(), with(nine));
    CHECK(here.count("SELECT COUNT(*) FROM more WHERE name = 'a;b'") == 1);
}

TEST_CASE("an index is dropped in the same words on both")
{
    const auto which = GENERATE(kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    auto files = with(nine);
    migrate(here.store(), files);
    files.push_back(ten);
    migrate(here.store(), files);
    CHECK_THROWS(here.execute("CREATE INDEX more_by_name ON more (id)"));
}

TEST_CASE("eight that migrate one new database at once leave it migrated once")
{
    const auto which = GENERATE(kind::sqlite_file, kind::mariadb);
    support::world here(which, false);
    std::atomic<int> done = 0;
    support::in_parallel(8, [&](int) {
        const auto mine = here.open();
        migrate(*mine, with(nine));
        ++done;
    });
    CHECK(done == 8);
    CHECK(here.count("SELECT COUNT(*) FROM more") == 1);
}

TEST_CASE("a file that changed after it was applied is refused")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    auto files = migrations();
    files.front().text += "-- a word more\n";
    CHECK_THROWS_WITH(migrate(here.store(), files), Catch::Contains("applied with another text"));
}

TEST_CASE("a database newer than the program is refused")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    migrate(here.store(), with(nine));
    CHECK_THROWS_WITH(migrate(here.store()), Catch::Contains("newer than this program"));
    CHECK_THROWS_AS(require_migrated(here.store()), migration_refused);
}

TEST_CASE("a file older than one applied is refused, and so is a start without migrating")
{
    support::world here(kind::sqlite_memory);
    migrate(here.store(), with(nine));
    auto files = with(nine);
    files.push_back({.number = 5000, .name = "5000_late.sql", .text = "CREATE TABLE late (a);\n"});
    CHECK_THROWS_WITH(migrate(here.store(), files), Catch::Contains("next free number"));
    here.execute("DELETE FROM schema_migrations");
    CHECK_THROWS_WITH(require_migrated(here.store()), Catch::Contains("rampung migrate"));
}

TEST_CASE("a database in which somebody else has tables is refused and left alone")
{
    const auto which = GENERATE(kind::sqlite_file, kind::mariadb);
    support::world here(which, false);
    here.execute("CREATE TABLE wp_posts (id BIGINT)");
    CHECK_THROWS_WITH(migrate(here.store()),
                      Catch::Contains("wp_posts") && Catch::Contains("name another database"));
    here.execute("DROP TABLE wp_posts");
    migrate(here.store());
    here.execute("CREATE TABLE wp_posts (id BIGINT)"); // a neighbour who came later
    migrate(here.store());
}

TEST_CASE("a column that does not compare text by its bytes is refused at every start")
{
    support::world here(kind::mariadb);
    here.execute("ALTER TABLE plans MODIFY kind VARCHAR(64) COLLATE utf8mb4_general_ci");
    CHECK_THROWS_WITH(migrate(here.store()), Catch::Contains("plans.kind in utf8mb4_general_ci") &&
                                                 Catch::Contains("run ALTER TABLE plans"));
    CHECK_THROWS_AS(require_migrated(here.store()), migration_refused);
    here.execute("ALTER TABLE plans CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
    require_migrated(here.store());
}

TEST_CASE("a failing file leaves SQLite as it was")
{
    support::world here(kind::sqlite_file);
    const migration bad{.number = 9999,
                        .name = "9999_bad.sql",
                        .text =
                            "CREATE TABLE more (id BIGINT);\nCREATE TABLE streams (id BIGINT);\n"};
    CHECK_THROWS(migrate(here.store(), with(bad)));
    CHECK(here.count("SELECT COUNT(*) FROM sqlite_master WHERE name = 'more'") == 0);
    migrate(here.store(), with(nine));
    CHECK(here.count("SELECT COUNT(*) FROM more") == 1);
}

TEST_CASE("a run cut off between a statement and its record is taken up there on MariaDB")
{
    support::world here(kind::mariadb);
    // As a killed runner leaves it: its table made, its lease run out, the statement not recorded.
    here.execute("CREATE TABLE more (id BIGINT PRIMARY KEY, name VARCHAR(9))");
    CHECK_THROWS(migrate(here.store(), with(nine))); // somebody else's table is not passed over
    here.execute("UPDATE migration_runner SET number = 9999, statements_done = 0, lease_until = 0");
    migrate(here.store(), with(nine));
    CHECK(here.count("SELECT COUNT(*) FROM more") == 1);
}

TEST_CASE("an index that a killed run has dropped on MariaDB is not missed")
{
    support::world here(kind::mariadb);
    auto files = with(nine);
    migrate(here.store(), files);
    here.execute(
        "UPDATE migration_runner SET number = 10000, statements_done = 1, lease_until = 0");
    files.push_back(ten);
    migrate(here.store(), files);
    CHECK_THROWS(here.execute("CREATE INDEX more_by_name ON more (id)"));
}
