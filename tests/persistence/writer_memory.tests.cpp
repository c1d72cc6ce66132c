// What the writer's jobs share of their reading, and that none of them is told what was before.
#include "persistence/sql/writer_memory.hpp"
#include "persistence/nouns/calendars.hpp"
#include "persistence/nouns/directory.hpp"
#include "persistence/sql/sqlite_writer.hpp"
#include "tests/persistence/support/gate.hpp"
#include "tests/persistence/support/people.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"
#include <algorithm>
#include <mutex>
#include <set>
#include <soci/sqlite3/soci-sqlite3.h>
#include <thread>

using namespace persistence;

namespace {

const workflow::clock still = [] { return workflow::instant{}; };
constexpr auto no_deadline = time_point::max();

struct writer_of_a_file {
    support::temporary_directory directory;
    address where = parse_address("sqlite://" + (directory / "w.db").string());
    sqlite_writer writer{where, still, [](const std::string&) {}};
    writer_of_a_file()
    {
        writer.run_alone([](soci::session& sql) {
            sql << "CREATE TABLE posts (id BIGINT PRIMARY KEY)";
            sql << "CREATE TABLE events (id BIGINT PRIMARY KEY)";
        });
    }
    // All in one batch, in whatever order.
    void together(int count, const std::function<bool(unit_of_work&, int)>& work)
    {
        std::vector<std::jthread> jobs;
        support::gate closed(writer);
        for (int i = 0; i < count; ++i)
            jobs.emplace_back([this, i, &work] {
                try {
                    writer.run([&](unit_of_work& unit) { return work(unit, i); }, no_deadline);
                } catch (const std::domain_error&) {
                    // meant to fail
                }
            });
        closed.open_when_waiting(static_cast<std::size_t>(count));
    }
};

long long posts_in(unit_of_work& unit)
{
    return unit.remembered("posts", [&] {
        long long out = 0;
        unit.sql() << "SELECT COUNT(*) FROM posts", soci::into(out);
        return out;
    });
}

int note_table(void* into, int what, const char* table, const char*, const char*, const char*)
{
    constexpr int reads_a_column = 20; // SQLITE_READ
    if (what == reads_a_column) static_cast<std::set<std::string>*>(into)->insert(table);
    return 0;
}

} // namespace

TEST_CASE("what is remembered is read once, until a table of the directory is written")
{
    writer_memory memory;
    int reads = 0;
    const auto read = [&] { return memory.get("key", [&] { return ++reads; }); };
    CHECK(read() == 1);
    CHECK(read() == 1);
    memory.written("events");
    CHECK(read() == 1);
    CHECK(memory.get("other", [] { return std::string("text"); }) == "text");
    memory.written("appointments");
    CHECK(read() == 2);
    CHECK(read() == 3); // it may be undone with its job: until then nothing is kept
    memory.begin_job();
    CHECK(read() == 4);
    CHECK(read() == 4);
    memory.forget();
    CHECK(read() == 5);
    memory.begin_batch(2); // somebody else has written
    CHECK(read() == 6);
    memory.begin_batch(2);
    CHECK(read() == 6);
}

TEST_CASE("what is remembered is bounded")
{
    writer_memory memory;
    for (std::size_t i = 0; i < remembered_max; ++i)
        memory.get(std::to_string(i), [] { return 1; });
    CHECK(memory.get("one more", [] { return 1; }) == 1);
    CHECK(memory.get("one more", [] { return 2; }) == 2);
    CHECK(memory.get("0", [] { return 2; }) == 1);
    memory.begin_batch(0);
    CHECK(memory.get("0", [] { return 2; }) == 2); // full, it begins anew
}

TEST_CASE("jobs of one batch share what they read")
{
    writer_of_a_file here;
    int reads = 0;
    here.together(8, [&](unit_of_work& unit, int i) {
        unit.sql() << "INSERT INTO events(id) VALUES (:id)", soci::use(i);
        return unit.remembered("key", [&] { return ++reads; }) == 1;
    });
    CHECK(reads == 1);
}

TEST_CASE("a job of a batch sees what those before it wrote, and nothing of those that failed")
{
    writer_of_a_file here;
    std::vector<long long> before; // of the jobs that did not fail, in their order
    long long among_failed = 0;
    here.together(12, [&](unit_of_work& unit, int i) {
        const auto found = posts_in(unit);
        unit.sql() << "INSERT INTO posts(id) VALUES (:id)", soci::use(i);
        CHECK(posts_in(unit) == found + 1);
        if (i % 3 == 0) {
            ++among_failed;
            throw std::domain_error("undone");
        }
        if (i % 3 == 1) return false; // undone as well
        before.push_back(found);
        return true;
    });
    CHECK(among_failed == 4);
    CHECK(before == std::vector<long long>{0, 1, 2, 3});
}

TEST_CASE("a batch believes what the one before it read while nobody else writes")
{
    writer_of_a_file here;
    int reads = 0;
    for (int i = 0; i < 3; ++i)
        here.writer.run(
            [&](unit_of_work& unit) {
                unit.remembered("key", [&] { return ++reads; });
                unit.sql() << "INSERT INTO events(id) VALUES (:id)", soci::use(i);
                return true;
            },
            no_deadline);
    CHECK(reads == 1);
}

TEST_CASE("what a batch wrote that was undone is not remembered")
{
    writer_of_a_file here;
    const auto breaking = [](unit_of_work& unit) {
        unit.sql() << "INSERT INTO posts(id) VALUES (1)";
        unit.sql() << "PRAGMA defer_foreign_keys=ON"; // COMMIT is the first to look
        unit.sql() << "INSERT INTO children(post) VALUES (2)";
        return true;
    };
    here.writer.run_alone(
        [](soci::session& sql) { sql << "CREATE TABLE children (post BIGINT REFERENCES posts)"; });
    std::atomic<bool> written = false;
    std::atomic<long long> believed = -1;
    {
        support::gate closed(here.writer);
        std::jthread writes([&] {
            CHECK_THROWS_AS(here.writer.run(
                                [&](unit_of_work& unit) {
                                    written = true;
                                    return breaking(unit);
                                },
                                no_deadline),
                            soci::soci_error);
        });
        while (here.writer.waiting() < 1) std::this_thread::yield();
        std::jthread reads([&] {
            const auto read = [&](unit_of_work& unit) {
                if (written) believed = posts_in(unit);
                return true;
            };
            CHECK_THROWS_AS(here.writer.run(read, no_deadline), soci::soci_error);
        });
        closed.open_when_waiting(2);
    }
    CHECK(believed == 1);
    long long found = -1;
    here.writer.run(
        [&](unit_of_work& unit) {
            found = posts_in(unit);
            return true;
        },
        no_deadline);
    CHECK(found == 0);
}

TEST_CASE("a batch sees what was done outside of any transaction")
{
    writer_of_a_file here;
    long long found = 0;
    const auto look = [&](unit_of_work& unit) {
        found = posts_in(unit);
        return true;
    };
    here.writer.run_alone([](soci::session& sql) { sql << "INSERT INTO posts(id) VALUES (1)"; });
    here.writer.run(look, no_deadline);
    CHECK(found == 1);
    here.writer.run_alone([](soci::session& sql) {
        sql << "DROP TABLE posts";
        sql << "CREATE TABLE posts (id BIGINT PRIMARY KEY)";
    });
    here.writer.run(look, no_deadline);
    CHECK(found == 0);
}

TEST_CASE("a batch sees what another program wrote before it")
{
    writer_of_a_file here;
    std::vector<long long> found;
    const auto look = [&](unit_of_work& unit) {
        found.push_back(posts_in(unit));
        return true;
    };
    here.writer.run(look, no_deadline);
    open_sqlite(here.where, purpose::writing)->sql << "INSERT INTO posts(id) VALUES (1)";
    here.writer.run(look, no_deadline);
    CHECK(found == std::vector<long long>{0, 1});
}

TEST_CASE("nothing that is remembered is read from a table whose writing it outlives")
{
    support::world here(support::kind::sqlite_memory);
    support::fill_directory(here.store());
    std::set<std::string> tables;
    here.store().administer([&](soci::session& sql) {
        auto* backend = static_cast<soci::sqlite3_session_backend*>(sql.get_backend());
        sqlite_api::sqlite3_set_authorizer(backend->conn_, note_table, &tables);
    });
    here.store().write([](unit_of_work& unit) {
        (void)posts_around(unit, support::province, support::some_day);
        (void)calendar_for(unit, support::province, 2026);
        (void)periods_for(unit, {}, support::province, 2026);
    });
    here.store().administer([](soci::session& sql) {
        auto* backend = static_cast<soci::sqlite3_session_backend*>(sql.get_backend());
        sqlite_api::sqlite3_set_authorizer(backend->conn_, nullptr, nullptr);
    });
    CHECK(tables == std::set<std::string>{"agencies", "appointments", "holidays",
                                          "period_overrides", "users"});
    for (const std::string& table : tables) {
        INFO(table);
        writer_memory memory;
        memory.get("key", [] { return 1; });
        memory.written(table);
        CHECK(memory.get("key", [] { return 2; }) == 2);
    }
}
