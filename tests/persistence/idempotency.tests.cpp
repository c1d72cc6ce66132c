// The same request sent twice has one effect and one answer.
#include "persistence/sql/idempotency.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;
using workflow::errc;

namespace {

using answer = workflow::result<stored_answer>;

const run_key first{.user = "u1", .key = "k1", .request_digest = "d1"};

// Appends one event to the stream; refuses when there is one already, as a command whose state has
// moved on would.
answer append_once(unit_of_work& unit)
{
    auto s = unit.lock_stream("s");
    if (s.seq > 0) return workflow::refusal{.code = errc::wrong_state, .reason = {"moved_on"}};
    unit.advance(s, 1, "h");
    return stored_answer{.status = 200, .headers = "ETag: 1", .body = std::string("a\0b", 3)};
}

// Takes whatever name comes next: two effects would be seen.
answer append_any(unit_of_work& unit)
{
    auto s = unit.lock_stream("s");
    unit.advance(s, 1, "h");
    return stored_answer{.status = 200, .headers = {}, .body = std::to_string(s.seq)};
}

void make_stream(support::world& here)
{
    here.store().write([](unit_of_work& unit) { unit.create_stream("s"); });
}

} // namespace

TEST_CASE("a known key returns its stored answer and has no second effect")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    make_stream(here);
    const auto fresh = here.store().run(first, append_once);
    const auto again = here.store().run(first, append_once);
    REQUIRE(fresh.has_value());
    REQUIRE(again.has_value());
    CHECK_FALSE(fresh->replayed);
    CHECK(again->replayed);
    CHECK(again->status == 200);
    CHECK(again->headers == "ETag: 1");
    CHECK(again->body == fresh->body);
    CHECK(here.count("SELECT seq FROM streams") == 1);
}

TEST_CASE("a key given for another request is refused, another user's key is another key")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    make_stream(here);
    CHECK(here.store().run(first, append_any)->body == "1");
    const run_key other{.user = "u1", .key = "k1", .request_digest = "d2"};
    CHECK(here.store().run(other, append_any).error().code == errc::key_reused);
    const run_key theirs{.user = "u2", .key = "k1", .request_digest = "d2"};
    CHECK(here.store().run(theirs, append_any)->body == "2");
    const run_key empty{.user = "u1", .key = "", .request_digest = "d"};
    CHECK(here.store().run(empty, append_any).error().code == errc::malformed);
    const run_key endless{.user = "u1", .key = std::string(201, 'k'), .request_digest = "d"};
    CHECK(here.store().run(endless, append_any).error().code == errc::malformed);
    const run_key longest{.user = "u1", .key = std::string(200, 'k'), .request_digest = "d"};
    CHECK(here.store().run(longest, append_any)->body == "3");
}

TEST_CASE("a refusal and a dry run leave the key free")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    make_stream(here);
    const auto refuse = [](unit_of_work&) -> answer {
        return workflow::refusal{.code = errc::guard, .reason = {"no"}};
    };
    CHECK(here.store().run(first, refuse).has_error());
    CHECK(here.store().run(first, append_any, {.dry_run = true})->body == "1");
    CHECK(here.store().run(first, append_any)->body == "1");
    CHECK(here.store().run(first, append_any, {.dry_run = true})->body == "2");
    CHECK(here.store().run(first, append_any)->replayed);
}

TEST_CASE("a key is free again after seven days")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    make_stream(here);
    here.set_clock(1'000'000);
    CHECK(here.store().run(first, append_any)->body == "1");
    here.set_clock(1'000'000 + 7 * 86'400 - 1);
    CHECK(here.store().run(first, append_any)->replayed);
    here.set_clock(1'000'000 + 7 * 86'400);
    const auto looked_up = here.store().read([](unit_of_work& unit) {
        return find_answer(unit, first); // as the pipeline asks: where nothing may be written
    });
    CHECK_FALSE(looked_up->has_value());
    CHECK(here.store().run(first, append_any)->body == "2");
    here.set_clock(1'000'000 + 14 * 86'400);
    here.store().write(forget_old_answers);
    CHECK(here.count("SELECT COUNT(*) FROM idempotency") == 0);
}

TEST_CASE("sixteen at once with one key have one effect and one answer")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    const auto command = GENERATE(append_once, append_any);
    const bool all_looked_before = GENERATE(false, true);
    support::world here(which);
    make_stream(here);
    for (int round = 1; round <= 10; ++round) {
        here.store().write([](unit_of_work& unit) { unit.sql() << "UPDATE streams SET seq = 0"; });
        const run_key key{.user = "u", .key = std::to_string(round), .request_digest = "d"};
        std::atomic<int> fresh = 0;
        std::atomic<int> same = 0;
        support::in_parallel(16, [&](int) {
            const auto got = here.store().run(key, command, {.key_is_new = all_looked_before});
            if (!got) return;
            fresh += got->replayed ? 0 : 1;
            same += got->body == "1" || got->body == std::string("a\0b", 3) ? 1 : 0;
        });
        CHECK(fresh == 1);
        CHECK(same == 16);
        CHECK(here.count("SELECT seq FROM streams") == 1);
    }
}

TEST_CASE("a key that was looked up before is not looked up again, until it turns out to be known")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    make_stream(here);
    int tries = 0;
    const auto append = [&](unit_of_work& unit) {
        ++tries;
        return append_any(unit);
    };
    CHECK(here.store().run(first, append, {.key_is_new = true})->body == "1");
    REQUIRE(tries == 1);
    const auto again = here.store().run(first, append, {.key_is_new = true});
    CHECK(again->replayed);
    CHECK(again->body == "1");
    CHECK(tries == 2); // in vain
    const run_key other{.user = "u1", .key = "k1", .request_digest = "d2"};
    CHECK(here.store().run(other, append, {.key_is_new = true}).error().code == errc::key_reused);
    CHECK(here.count("SELECT seq FROM streams") == 1);
}

TEST_CASE("a key taken without a common stream still has one effect")
{
    const auto which = GENERATE(kind::sqlite_file, kind::mariadb);
    support::world here(which);
    here.execute("CREATE TABLE effects (id VARCHAR(20) PRIMARY KEY)");
    const bool all_looked_before = GENERATE(false, true);
    std::atomic<int> names = 0;
    std::atomic<int> fresh = 0;
    support::in_parallel(16, [&](int) {
        const auto take = [&](unit_of_work& unit) -> answer {
            const auto id = std::to_string(++names);
            unit.sql() << "INSERT INTO effects(id) VALUES (:id)", soci::use(id);
            return stored_answer{.status = 201, .headers = {}, .body = id};
        };
        const auto got = here.store().run(first, take, {.key_is_new = all_looked_before});
        fresh += got && !got->replayed ? 1 : 0;
    });
    CHECK(fresh == 1);
    CHECK(here.count("SELECT COUNT(*) FROM effects") == 1);
}
