// The one transaction pattern: commit, refusal, rehearsal, retries, and the compare that makes
// parallel writers of one stream wait for each other.
#include "persistence/sql/database.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;
using workflow::errc;
using workflow::refusal;

namespace {

using answer = workflow::result<stored_answer>;

answer make_stream(unit_of_work& unit)
{
    unit.create_stream("made");
    return stored_answer{.status = 201, .headers = "ETag: 1", .body = "{}"};
}

long long streams(support::world& here)
{
    return here.count("SELECT COUNT(*) FROM streams");
}

} // namespace

TEST_CASE("an answer is committed, a refusal and a dry run are not")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    const auto refused = here.store().run([](unit_of_work& unit) -> answer {
        unit.create_stream("refused");
        return refusal{.code = errc::guard, .reason = {"no"}};
    });
    REQUIRE(refused.has_error());
    CHECK(refused.error().code == errc::guard);
    CHECK(streams(here) == 0);
    CHECK(here.store().run(make_stream, {.dry_run = true})->status == 201);
    CHECK(streams(here) == 0);
    const auto made = here.store().run(make_stream);
    CHECK(made->body == "{}");
    CHECK_FALSE(made->replayed);
    CHECK(streams(here) == 1);
}

TEST_CASE("an exception rolls back and reaches the caller unchanged")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    const auto broken = [](unit_of_work& unit) {
        unit.create_stream("x");
        throw std::out_of_range("mine");
    };
    CHECK_THROWS_WITH(here.store().write(broken), "mine");
    CHECK(streams(here) == 0);
    CHECK_THROWS_AS(here.store().write([](unit_of_work& unit) { unit.sql() << "nonsense"; }),
                    outage);
}

TEST_CASE("a lost race is run again with fresh reads")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    here.store().write([](unit_of_work& unit) { unit.create_stream("s"); });
    int tries = 0;
    here.store().write([&](unit_of_work& unit) {
        auto s = unit.lock_stream("s");
        if (++tries < 3) s.touch += 1; // as if another had written since
        unit.advance(s, 0, s.head_hash);
        CHECK(s.touch == 1);
    });
    CHECK(tries == 3);
}

TEST_CASE("tries are limited in number and by the deadline")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    int tries = 0;
    const auto always = [&](unit_of_work&) {
        ++tries;
        throw lost_race("always");
    };
    CHECK_THROWS_AS(here.store().write(always), unavailable);
    CHECK(tries == tries_max);
    tries = 0;
    const auto soon = std::chrono::steady_clock::now() + std::chrono::microseconds(1);
    CHECK_THROWS_AS(here.store().write(always, soon), outage);
    CHECK(tries <= 1);
}

TEST_CASE("without the compare two updaters lose one, with it they lose none")
{
    const auto which = GENERATE(kind::sqlite_file, kind::mariadb);
    support::world here(which);
    here.store().write([](unit_of_work& unit) { unit.create_stream("s"); });
    // The planted fault: read in one transaction, write in another, no compare.
    const auto read = [&] {
        return here.store().read([](unit_of_work& unit) {
            long long seq = 0;
            unit.sql() << "SELECT seq FROM streams", soci::into(seq);
            return seq;
        });
    };
    const auto blind = [&](long long seen) {
        here.store().write([seen](unit_of_work& unit) {
            const long long next = seen + 1;
            unit.sql() << "UPDATE streams SET seq = :next", soci::use(next);
        });
    };
    const auto first = read();
    const auto second = read();
    blind(first);
    blind(second);
    CHECK(read() == 1); // two updates, one lost
    const auto stale = here.store().read([](unit_of_work& unit) {
        stream s{.id = "s", .touch = 0, .seq = 0, .head_hash = {}};
        unit.sql() << "SELECT seq FROM streams", soci::into(s.touch);
        s.touch = 0;
        return s;
    });
    here.store().write([&](unit_of_work& unit) {
        auto s = stale;
        unit.advance(s, 1, "h");
    });
    CHECK_THROWS_AS(here.store().write([&](unit_of_work& unit) {
        auto s = stale;
        unit.advance(s, 1, "h");
    }),
                    unavailable);
    CHECK(read() == 2);
}

TEST_CASE("writers of one stream in parallel number its events without gap")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    here.execute("CREATE TABLE taken (seq BIGINT PRIMARY KEY)");
    here.store().write([](unit_of_work& unit) { unit.create_stream("s"); });
    support::in_parallel(8, [&](int) {
        for (int i = 0; i < 25; ++i)
            here.store().write([](unit_of_work& unit) {
                auto s = unit.lock_stream("s");
                unit.advance(s, 1, "h");
                const long long seq = s.seq;
                unit.sql() << "INSERT INTO taken(seq) VALUES (:seq)", soci::use(seq);
            });
    });
    CHECK(here.count("SELECT COUNT(*) FROM taken") == 200);
    CHECK(here.count("SELECT MAX(seq) FROM taken") == 200);
    CHECK(here.count("SELECT seq FROM streams") == 200);
}

TEST_CASE("a read sees one view of the data while others write")
{
    const auto which = GENERATE(kind::sqlite_file, kind::mariadb);
    support::world here(which);
    const auto count = [](unit_of_work& unit) {
        long long out = 0;
        unit.sql() << "SELECT COUNT(*) FROM streams", soci::into(out);
        return out;
    };
    here.store().read([&](unit_of_work& unit) {
        CHECK(count(unit) == 0);
        std::jthread([&] { here.store().run(make_stream); }).join();
        CHECK(count(unit) == 0);
    });
    CHECK(here.store().read(count) == 1);
}

TEST_CASE("a read cannot write")
{
    const auto which = GENERATE(kind::sqlite_file, kind::mariadb);
    support::world here(which);
    CHECK_THROWS_AS(here.store().read([](unit_of_work& unit) { unit.create_stream("x"); }), outage);
    CHECK(streams(here) == 0);
}

TEST_CASE("what was committed is there after the database is opened again")
{
    const auto which = GENERATE(kind::sqlite_file, kind::mariadb);
    support::world here(which);
    here.store().run(make_stream);
    auto again = here.open();
    CHECK(again->read([](unit_of_work& unit) { return unit.has_stream("made"); }));
}

TEST_CASE("SQLite writes through to the disk before it says that something is committed")
{
    support::world here(kind::sqlite_file);
    long long level = -1;
    std::string log;
    here.store().write([&](unit_of_work& unit) {
        unit.sql() << "PRAGMA synchronous", soci::into(level);
        unit.sql() << "PRAGMA journal_mode", soci::into(log);
    });
    CHECK(level == 2); // FULL: with less the log is not synced at COMMIT
    CHECK(log == "wal");
}

TEST_CASE("a database that cannot be opened is an outage, not a crash")
{
    const workflow::clock clock = [] { return workflow::instant{}; };
    CHECK_THROWS_AS(database("sqlite:///no/such/directory/x.db", {.clock = clock}), unreachable);
    database nobody("mysql://root@127.0.0.1:1/x", {.clock = clock});
    CHECK_THROWS_AS(nobody.write([](unit_of_work&) {}), unavailable);
}
