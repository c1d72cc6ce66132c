// The verifier finds what was done to a history behind its back, and names the first event.
#include "tests/persistence/support/whole_history.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;

namespace {

event_draft draft(const std::string& subject)
{
    return {.name = "submitted",
            .command = "submit",
            .at = workflow::instant_of(7),
            .by_user = "u1",
            .by_post = "agency_head",
            .by_name = "Siti",
            .on_behalf_of = "u2",
            .resource = "plans",
            .subject = subject,
            .from = "draft",
            .to = "agency_review",
            .reason = "sudah lengkap",
            .data = {{"matrix", "ab"}}};
}

// Two streams of five events each.
void fill(support::world& here)
{
    here.store().write([](unit_of_work& unit) {
        for (const std::string id : {"a", "b"}) {
            unit.create_stream(id);
            auto s = unit.lock_stream(id);
            append_events(unit, s, {draft("1"), draft("2"), draft("3"), draft("4"), draft("5")});
        }
    });
}

std::optional<history_fault> verdict(support::world& here)
{
    return support::fault_of_history(here.store());
}

} // namespace

TEST_CASE("an untouched history verifies")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    fill(here);
    CHECK_FALSE(verdict(here).has_value());
}

TEST_CASE("a change of any column of an event is found and the event named")
{
    const auto which = GENERATE(kind::sqlite_memory, kind::mariadb);
    const std::string column = GENERATE(
        as<std::string>{}, "cause = 1", "name = 'Submitted'", "command = ''", "at = at + 1",
        "by_user = 'u2'", "by_post = 'sahli'", "by_name = 'Sita'", "by_name = 'Siti '",
        "by_name = NULL", "acting = 1", "acting = 2", "on_behalf_of = ''", "resource = 'reviews'",
        "subject = '4'", "from_state = ''", "to_state = 'draft'", "reason = 'sudah lengkap.'",
        "reason = NULL", "salt = '00000000000000000000000000000000'", "salt = ''",
        "data = '{\"matrix\":\"ac\"}'", "data = '{\"matrix\": \"ab\"}'", "data = ''",
        "canonical = ''", "canonical = 'x'", "hash = ''", "hash = 'x'",
        "reason = NULL, by_name = NULL, salt = ''", "seq = 33", "seq = 0", "stream = 'c'");
    CAPTURE(column);
    support::world here(which);
    fill(here);
    here.execute("UPDATE events SET " + column + " WHERE stream = 'b' AND seq = 3");
    const auto wrong = verdict(here);
    REQUIRE(wrong.has_value());
    CHECK(wrong->stream == "b");
    CHECK(wrong->seq == (column == "seq = 0" ? 1 : 3));
}

TEST_CASE("a deleted event, a cut tail, an emptied or missing stream are found")
{
    const auto which = GENERATE(kind::sqlite_memory, kind::mariadb);
    struct harm {
        std::string statement;
        std::int64_t seq;
    };
    const auto done = GENERATE(values<harm>({
        {"DELETE FROM events WHERE stream = 'a' AND seq = 1", 1},
        {"DELETE FROM events WHERE stream = 'a' AND seq = 4", 4},
        {"DELETE FROM events WHERE stream = 'a' AND seq = 5", 5},
        {"DELETE FROM events WHERE stream = 'a' AND seq >= 3", 3},
        {"DELETE FROM events WHERE stream = 'a'", 1},
        {"DELETE FROM streams WHERE id = 'a'", 1},
        {"UPDATE streams SET seq = 4 WHERE id = 'a'", 5},
        {"UPDATE streams SET seq = 6 WHERE id = 'a'", 6},
        {"UPDATE streams SET head_hash = '' WHERE id = 'a'", 5},
        {"UPDATE events SET hash = (SELECT head_hash FROM streams WHERE id = 'b') "
         "WHERE stream = 'a' AND seq = 5",
         5},
    }));
    CAPTURE(done.statement);
    support::world here(which);
    fill(here);
    here.execute(done.statement);
    const auto wrong = verdict(here);
    REQUIRE(wrong.has_value());
    CHECK(wrong->stream == "a");
    CHECK(wrong->seq == done.seq);
}

TEST_CASE("swapped events are found")
{
    support::world here(kind::sqlite_memory);
    fill(here);
    here.execute("UPDATE events SET seq = 99 WHERE stream = 'a' AND seq = 2");
    here.execute("UPDATE events SET seq = 2 WHERE stream = 'a' AND seq = 3");
    here.execute("UPDATE events SET seq = 3 WHERE stream = 'a' AND seq = 99");
    CHECK(verdict(here)->seq == 2);
}

TEST_CASE("a rewritten event with a hash of its own breaks the chain at the next one")
{
    support::world here(kind::sqlite_memory);
    fill(here);
    const auto rows =
        here.store().read([](unit_of_work& unit) { return read_events(unit.sql(), "a", 0); });
    auto forged = rows[2];
    forged.event.to = "approved";
    const auto digest = [&](const std::string& t) {
        return salted_digest(*octets_of(forged.salt), t);
    };
    const auto bytes =
        encode(hashed_members(forged, digest(forged.event.by_name), digest(forged.event.reason)));
    const auto hash =
        chain_hash({.stream = "a", .seq = 3, .previous_hash = rows[1].hash, .canonical = bytes});
    here.execute("UPDATE events SET to_state = 'approved', canonical = '" + bytes + "', hash = '" +
                 hash + "' WHERE stream = 'a' AND seq = 3");
    CHECK(verdict(here)->seq == 4);
}

TEST_CASE("a text that is missing is accepted where a later event says that it was erased")
{
    const auto which = GENERATE(kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    fill(here);
    here.execute("UPDATE events SET reason = NULL, by_name = NULL, salt = '' "
                 "WHERE stream = 'a' AND seq = 3");
    CHECK(verdict(here)->what.find("text is missing") != std::string::npos);
    here.store().write([](unit_of_work& unit) {
        auto s = unit.lock_stream("a");
        append_events(unit, s,
                      {{.name = std::string(erased_event),
                        .at = unit.now(),
                        .resource = "plans",
                        .subject = "3",
                        .to = "",
                        .data = {{std::string(erases_key), "3"}}}});
    });
    CHECK_FALSE(verdict(here).has_value());
}
