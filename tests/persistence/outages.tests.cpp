// A database that goes away, comes back, or fails where it hurts most: at COMMIT.
#include "persistence/sql/database.hpp"
#include "persistence/sql/outage.hpp"
#include "persistence/sql/sqlite_writer.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"
#include <latch>

using namespace persistence;
using support::kind;

namespace {

using answer = workflow::result<stored_answer>;

// Ends the session of the transaction it is called in, from outside.
void cut_off(unit_of_work& unit)
{
    long long id = 0;
    unit.sql() << "SELECT CONNECTION_ID()", soci::into(id);
    support::mariadb_server::of_this_program().execute("KILL CONNECTION " + std::to_string(id));
}

long long streams(support::world& here)
{
    return here.count("SELECT COUNT(*) FROM streams");
}

} // namespace

TEST_CASE("a connection that dies inside a transaction is dropped and the work runs again")
{
    support::world here(kind::mariadb);
    int tries = 0;
    here.store().write([&](unit_of_work& unit) {
        if (++tries == 1) cut_off(unit);
        unit.create_stream("s");
    });
    CHECK(tries == 2);
    CHECK(streams(here) == 1);
}

TEST_CASE("a connection that dies at COMMIT is an unknown outcome without a key")
{
    support::world here(kind::mariadb);
    const auto dying = [](unit_of_work& unit) {
        unit.create_stream("s");
        cut_off(unit);
    };
    CHECK_THROWS_AS(here.store().write(dying), unknown_outcome);
}

TEST_CASE("a connection that dies at COMMIT is found out about by the key")
{
    support::world here(kind::mariadb);
    const run_key key{.user = "u", .key = "k", .request_digest = "d"};
    int tries = 0;
    std::string stored = "not stored";
    const auto got = here.store().run(key, [&](unit_of_work& unit) -> answer {
        unit.create_stream("s" + std::to_string(++tries));
        const stored_answer out{.status = 201, .headers = {}, .body = "made"};
        if (tries == 1) {
            // As if the first try's COMMIT had arrived and only its answer was lost.
            std::jthread([&] {
                here.open()->write([&](unit_of_work& other) { store_answer(other, key, out); });
            }).join();
            cut_off(unit);
        }
        return out;
    });
    REQUIRE(got.has_value());
    CHECK(got->body == "made");
    CHECK(tries == 1);
    CHECK(streams(here) == 0);
}

TEST_CASE("after a restart of the server every pooled connection is replaced")
{
    support::mariadb_server server;
    const workflow::clock clock = [] { return workflow::instant{}; };
    database store(server.fresh_database(), {.clock = clock});
    migrate(store);
    std::latch all(8);
    support::in_parallel(8, [&](int i) {
        store.write([&](unit_of_work& unit) {
            all.arrive_and_wait();
            unit.create_stream(std::to_string(i));
        });
    });
    server.restart();
    const auto count = store.read([](unit_of_work& unit) {
        long long out = 0;
        unit.sql() << "SELECT COUNT(*) FROM streams", soci::into(out);
        return out;
    });
    CHECK(count == 8);
    server.execute("SET GLOBAL sql_mode = 'NO_BACKSLASH_ESCAPES'");
    CHECK_THROWS_WITH(store.administer([](soci::session&) {}),
                      Catch::Contains("NO_BACKSLASH_ESCAPES"));
}

TEST_CASE("SQL that the storage refuses at COMMIT fails its job and leaves the writer working")
{
    support::world here(kind::sqlite_file);
    here.execute("CREATE TABLE parent (id BIGINT PRIMARY KEY)");
    here.execute("CREATE TABLE child (id BIGINT REFERENCES parent(id) "
                 "DEFERRABLE INITIALLY DEFERRED)");
    const auto orphan = [](unit_of_work& unit) { unit.sql() << "INSERT INTO child VALUES (1)"; };
    CHECK_THROWS_AS(here.store().write(orphan), outage);
    here.store().write([](unit_of_work& unit) { unit.create_stream("s"); });
    CHECK(here.count("SELECT COUNT(*) FROM child") == 0);
    CHECK(streams(here) == 1);
}

TEST_CASE("a full database refuses the job and works again when there is room")
{
    support::world here(kind::sqlite_file);
    here.execute("PRAGMA max_page_count=40");
    const auto large = [](unit_of_work& unit) {
        const std::string text(1'000'000, 'x');
        unit.sql() << "INSERT INTO idempotency(user_id, request_key, request_digest, status, "
                      "headers, body, stored_at) VALUES ('u', 'k', 'd', 1, '', :text, 0)",
            soci::use(text);
    };
    CHECK_THROWS_AS(here.store().write(large), disk_full);
    here.execute("PRAGMA max_page_count=100000");
    here.store().write(large);
    CHECK(here.count("SELECT COUNT(*) FROM idempotency") == 1);
}
