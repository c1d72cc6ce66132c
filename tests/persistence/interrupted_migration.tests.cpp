// A runner of migrations that is cut off anywhere, and the one that comes after or stands beside
// it.
#include "persistence/sql/migrate.hpp"
#include "persistence/sql/migration_lease.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"
#include <latch>

using namespace persistence;
using support::kind;
using namespace std::chrono_literals;

namespace {

constexpr int lines = 12;

// Tables and rows by turns, so that it can be cut off between any two.
std::vector<migration> with_tables_and_rows()
{
    auto out = migrations();
    migration more{.number = 9999, .name = "9999_more.sql", .text = ""};
    for (int i = 0; i < lines; ++i) {
        const auto n = std::to_string(i);
        more.text += "CREATE TABLE more_" + n + " (id BIGINT);\n";
        more.text += "INSERT INTO more_" + n + "(id) VALUES (" + n + ");\n";
    }
    out.push_back(std::move(more));
    return out;
}

// Ends the runner's session when it has come this far in the last file.
void cut_off_at(support::world& here, int statements_done)
{
    auto& server = support::mariadb_server::of_this_program();
    long long holder = 0;
    while (holder == 0)
        holder = here.count("SELECT COALESCE(MAX(holder), 0) FROM migration_runner "
                            "WHERE number = 9999 AND statements_done >= " +
                            std::to_string(statements_done));
    try {
        server.execute("KILL CONNECTION " + std::to_string(holder));
    } catch (const std::runtime_error&) {
        // It was done before: as good a moment as any.
    }
}

long long rows_of_all(support::world& here)
{
    long long rows = 0;
    for (int i = 0; i < lines; ++i)
        rows += here.count("SELECT COUNT(*) FROM more_" + std::to_string(i));
    return rows;
}

long long updates_so_far(support::world& here)
{
    return here.count("SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS "
                      "WHERE VARIABLE_NAME = 'COM_UPDATE'");
}

std::string placed(const std::string& words)
{
    return "UPDATE migration_runner SET lease_until = UNIX_TIMESTAMP() + 60, " + words;
}

// As a live or dead runner on this server leaves the row.
std::string held_by(long long connection)
{
    return placed("holder = " + std::to_string(connection) +
                  ", place = CONCAT(@@hostname, ':', @@port, ' ', CURRENT_USER())");
}

} // namespace

TEST_CASE("a runner that is cut off anywhere is followed by one that ends its work, once")
{
    const int statements_done = GENERATE(0, 1, 2, 5, 8, 11, 14, 17, 20, 23);
    support::world here(kind::mariadb);
    std::jthread other([&] {
        try {
            migrate(*here.open(), with_tables_and_rows());
        } catch (const std::exception&) {
            // Cut off.
        }
    });
    cut_off_at(here, statements_done);
    migrate(here.store(), with_tables_and_rows());
    other.join();
    CHECK(rows_of_all(here) == lines);
    CHECK(here.count("SELECT COUNT(*) FROM schema_migrations") ==
          static_cast<long long>(migrations().size()) + 1);
}

TEST_CASE("rows of a migration are there with their record or not at all")
{
    support::world here(kind::mariadb);
    auto files = migrations();
    files.push_back({9999, "9999_more.sql", "INSERT INTO more(id) VALUES (1);\n"});
    // Writing the rows costs the runner its lease: the record behind them is refused.
    here.execute("CREATE TABLE more (id BIGINT)");
    here.execute("CREATE TRIGGER thief AFTER INSERT ON more FOR EACH ROW "
                 "UPDATE migration_runner SET lease_no = lease_no + 1 WHERE id = 1");
    CHECK_THROWS_WITH(migrate(here.store(), files), Catch::Contains("taken over the migration"));
    CHECK(here.count("SELECT COUNT(*) FROM more") == 0);
    here.execute("DROP TRIGGER thief");
    migrate(here.store(), files);
    CHECK(here.count("SELECT COUNT(*) FROM more") == 1);
}

TEST_CASE("after a runner that died on this server nobody waits for its lease")
{
    support::world here(kind::mariadb);
    here.execute(held_by(999'999'999));
    const auto began = std::chrono::steady_clock::now();
    migrate(here.store(), with_tables_and_rows());
    CHECK(std::chrono::steady_clock::now() - began < 30s);
    CHECK(rows_of_all(here) == lines);
}

TEST_CASE("a runner that lives is waited for, however long it takes, and so is one elsewhere")
{
    const bool is_here = GENERATE(true, false);
    support::world here(kind::mariadb);
    const auto runner = here.open();
    std::latch held(1);
    std::latch waited(1);
    std::atomic<bool> is_done = false;
    std::jthread alive([&] {
        runner->administer([&](soci::session& sql) {
            long long id = 0;
            sql << "SELECT CONNECTION_ID()", soci::into(id);
            sql << (is_here ? held_by(id) : placed("holder = 1, place = 'another node'"));
            held.count_down();
            waited.wait();
            CHECK_FALSE(is_done);
            long long begun = -1;
            sql << "SELECT COUNT(*) FROM migration_runner WHERE number = 9999", soci::into(begun);
            CHECK(begun == 0);
            if (!is_here) sql << "UPDATE migration_runner SET lease_until = 0";
        });
    });
    held.wait();
    const auto before = updates_so_far(here);
    std::jthread follower([&] {
        migrate(*here.open(), with_tables_and_rows());
        is_done = true;
    });
    while (!is_done && updates_so_far(here) < before + 5) { // each of its looks at the row is one
    }
    waited.count_down();
    follower.join();
    CHECK(is_done);
    CHECK(rows_of_all(here) == lines);
}

TEST_CASE("a runner elsewhere whose clock was 400 days ahead is not waited for until then")
{
    support::world here(kind::mariadb);
    here.execute("UPDATE migration_runner SET holder = 1, place = 'another node', "
                 "lease_until = UNIX_TIMESTAMP() + 400 * 86400");
    migrate(here.store(), with_tables_and_rows());
    CHECK(rows_of_all(here) == lines);
}
