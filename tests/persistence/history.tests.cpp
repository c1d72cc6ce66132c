// Events: numbered without gap, in time, chained; text as it was written.
#include "persistence/chain/history.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/persistence/support/whole_history.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;
using namespace std::string_literals;

namespace {

const auto harvest = "Padi \xF0\x9F\x8C\xBE 'dan' \\ NUL \0 di sini"s;

event_draft draft_at(std::int64_t seconds)
{
    return {.cause = 0,
            .name = "submitted",
            .command = "submit",
            .at = workflow::instant_of(seconds * 1'000'000),
            .by_user = "u1",
            .by_post = "agency_head",
            .by_name = "Siti \xF0\x9F\x98\x80",
            .acting = true,
            .on_behalf_of = "u2",
            .resource = "plans",
            .subject = "p1",
            .from = "draft",
            .to = "agency_review",
            .reason = harvest,
            .data = {{"matrix", "ab"}, {"note", harvest}}};
}

} // namespace

TEST_CASE("an event is read as it was appended")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    std::vector<event_row> made;
    here.store().write([&](unit_of_work& unit) {
        unit.create_stream("s");
        auto s = unit.lock_stream("s");
        auto second = draft_at(100);
        second.cause = 1;
        made = append_events(unit, s, {draft_at(100), second});
        CHECK(s.seq == 2);
        CHECK(s.head_hash == made.back().hash);
    });
    const auto read =
        here.store().read([](unit_of_work& unit) { return read_events(unit.sql(), "s", 0); });
    REQUIRE(read.size() == 2);
    CHECK(read[0].seq == 1);
    CHECK(read[1].seq == 2);
    CHECK(read[1].event.cause == 1);
    CHECK(read[0].event.reason == harvest);
    CHECK(read[0].event.by_name == "Siti \xF0\x9F\x98\x80");
    CHECK(read[0].event.data == draft_at(100).data);
    CHECK(read[0].event.acting);
    CHECK(read[0].event.at == draft_at(100).at);
    CHECK(read[0].canonical == made[0].canonical);
    CHECK(read[0].hash == made[0].hash);
    CHECK(read[1].hash == chain_hash({.stream = "s",
                                      .seq = 2,
                                      .previous_hash = read[0].hash,
                                      .canonical = read[1].canonical}));
}

TEST_CASE("the hashed bytes hold no name and no free text")
{
    support::world here(kind::sqlite_memory);
    here.store().write([](unit_of_work& unit) {
        unit.create_stream("s");
        auto s = unit.lock_stream("s");
        auto draft = draft_at(1);
        draft.data.clear();
        const auto made = append_events(unit, s, {draft, draft});
        CHECK(made[0].canonical.find("Siti") == std::string::npos);
        CHECK(made[0].canonical.find("Padi") == std::string::npos);
        CHECK(made[0].salt != made[1].salt);
    });
}

TEST_CASE("times of a stream never go back")
{
    const auto which = GENERATE(kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    here.store().write([](unit_of_work& unit) {
        unit.create_stream("s");
        auto s = unit.lock_stream("s");
        append_events(unit, s, {draft_at(500), draft_at(400)});
        const auto later = append_events(unit, s, {draft_at(300), draft_at(600)});
        CHECK(later[0].event.at == draft_at(500).at);
        CHECK(later[1].event.at == draft_at(600).at);
    });
    here.store().write([](unit_of_work& unit) {
        auto s = unit.lock_stream("s");
        const auto next_day = append_events(unit, s, {draft_at(200)});
        CHECK(next_day[0].event.at == draft_at(600).at);
    });
}

TEST_CASE("eight who append to one stream make one gapless chain")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    here.store().write([](unit_of_work& unit) { unit.create_stream("s"); });
    support::in_parallel(8, [&](int) {
        for (int i = 0; i < 20; ++i)
            here.store().write([](unit_of_work& unit) {
                auto s = unit.lock_stream("s");
                append_events(unit, s, {draft_at(1), draft_at(2)});
            });
    });
    CHECK(here.count("SELECT COUNT(*) FROM events") == 320);
    CHECK_FALSE(support::fault_of_history(here.store()));
}
