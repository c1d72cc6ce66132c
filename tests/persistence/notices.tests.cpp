// Notices: told once, gathered into messages, at the right moment.
#include "persistence/nouns/notices.hpp"
#include "persistence/nouns/outbox.hpp"
#include "tests/persistence/support/people.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using namespace std::chrono_literals;
using support::kind;

namespace {

const workflow::calendar office_days({}, "Asia/Jakarta");

workflow::world world_at(workflow::instant now)
{
    workflow::world w;
    w.head.id = "plan";
    w.head.title = "RAD";
    w.place = support::province;
    w.days = office_days;
    w.now = now;
    return w;
}

workflow::notice asks(const std::string& subject, const std::string& recipient, bool waits = false)
{
    return {.name = "review_requested",
            .resource = "reviews",
            .subject = subject,
            .round = 1,
            .recipient = {recipient, "Name of " + recipient},
            .why = "agency_head",
            .due = 2026y / 5 / 8,
            .event = 2,
            .waits = waits};
}

std::vector<workflow::event> two_events(std::int64_t first)
{
    std::vector<workflow::event> out(2);
    out[0].seq = first;
    out[1].seq = first + 1;
    return out;
}

void store(support::world& here, const std::vector<workflow::notice>& notices, std::int64_t first)
{
    here.store().write([&](unit_of_work& unit) {
        store_notices(unit, world_at(unit.now()), notices, two_events(first));
    });
}

workflow::reminder remind(const std::string& recipient, workflow::instant at)
{
    return {.what = {.key = "H-7|targets/t|" + recipient + "|2026-04-30|1",
                     .rule = "H-7",
                     .resource = "targets",
                     .subject = "t",
                     .due = 2026y / 4 / 30,
                     .post = {"agency_head", "Agency health"},
                     .matter = "report",
                     .plan = "plan",
                     .region = support::province,
                     .title = "Sosialisasi"},
            .recipient = recipient,
            .due_instant = at};
}

void store(support::world& here, const workflow::reminder& r)
{
    here.store().write([&](unit_of_work& unit) { store_ladder(unit, office_days, {r}); });
}

std::int64_t seconds_of(workflow::instant at)
{
    return workflow::microseconds_of(at) / 1'000'000;
}

const auto friday_morning = office_days.at(2026y / 4 / 24, 7, 30);

} // namespace

TEST_CASE("one person's notices of one transaction are one message, due at once")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    store(here, {asks("r1", "budi"), asks("r2", "budi"), asks("r3", "ani")}, 5);
    CHECK(here.count("SELECT COUNT(*) FROM messages") == 2);
    CHECK(here.count("SELECT COUNT(*) FROM notices") == 3);
    here.store().write([&](unit_of_work& unit) {
        const auto claims = claim_due(
            unit, {.owner = "here", .lease = std::chrono::seconds{120}, .messages_max = 9});
        REQUIRE(claims.size() == 2);
        for (const auto& claim : claims) {
            const auto message = load_claimed(unit, claim);
            CHECK(message.due == unit.now());
            CHECK(message.items.size() == (message.recipient.id == "budi" ? 2u : 1u));
            CHECK(message.items[0].title == "RAD");
            CHECK(message.items[0].region.name == "Kalimantan Tengah");
            CHECK(message.items[0].due == 2026y / 5 / 8);
            CHECK(message.addresses == std::vector{message.recipient.id + "@example.org"});
        }
    });
    store(here, {asks("r1", "budi")}, 7); // another transaction
    CHECK(here.count("SELECT COUNT(*) FROM messages") == 3);
}

TEST_CASE("what was told is not told again")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    for (int again = 1; again <= 3; ++again) {
        store(here, {asks("r1", "budi"), asks("r1", "budi")}, 5);
        store(here, remind("budi", friday_morning));
    }
    CHECK(here.count("SELECT COUNT(*) FROM notices") == 2);
    CHECK(here.count("SELECT SUM(notices) FROM messages") == 2);
}

TEST_CASE("what waits joins the digest of the next morning, whoever made it")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.set_clock(seconds_of(friday_morning) + 60);
    const auto monday = office_days.at(2026y / 4 / 27, 7, 30);
    store(here, {asks("r1", "budi", true)}, 5);
    store(here, remind("budi", monday));
    CHECK(here.count("SELECT COUNT(*) FROM messages") == 1);
    CHECK(here.count("SELECT due_instant FROM messages") == workflow::microseconds_of(monday));
    CHECK(here.count("SELECT COUNT(*) FROM notices WHERE why = 'agency_head'") == 2);
}

TEST_CASE("a digest that has left takes nothing more: the next morning tells the rest")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.set_clock(seconds_of(friday_morning));
    store(here, {asks("r1", "budi", true)}, 5);
    here.store().write([&](unit_of_work& unit) {
        const auto claims = claim_due(
            unit, {.owner = "here", .lease = std::chrono::seconds{120}, .messages_max = 9});
        REQUIRE(claims.size() == 1);
        REQUIRE(mark_sent(unit, claims[0]));
    });
    store(here, remind("budi", friday_morning));
    const auto monday = workflow::microseconds_of(office_days.at(2026y / 4 / 27, 7, 30));
    CHECK(here.count("SELECT COUNT(*) FROM messages WHERE state = 'ready'") == 1);
    CHECK(here.count("SELECT due_instant FROM messages WHERE state = 'ready'") == monday);
    CHECK(here.count("SELECT due_instant FROM notices WHERE rule_name = 'H-7'") == monday);
}

TEST_CASE("a reminder of an earlier day that was missed leaves with the next digest")
{
    support::world here(kind::sqlite_memory);
    support::fill_directory(here.store());
    here.set_clock(seconds_of(friday_morning) + 3600);
    store(here, remind("ani", office_days.at(2026y / 4 / 23, 7, 30)));
    store(here, remind("budi", friday_morning)); // this morning's, found an hour late
    const auto monday = workflow::microseconds_of(office_days.at(2026y / 4 / 27, 7, 30));
    CHECK(here.count("SELECT due_instant FROM notices WHERE recipient = 'ani'") == monday);
    CHECK(here.count("SELECT due_instant FROM notices WHERE recipient = 'budi'") ==
          workflow::microseconds_of(friday_morning));
}

TEST_CASE("eight that tell one person at once fill one digest")
{
    const auto which = GENERATE(kind::sqlite_file, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.set_clock(seconds_of(friday_morning) - 60);
    support::in_parallel(8, [&](int i) { // four different things, each asked for twice
        auto r = remind("budi", friday_morning);
        r.what.key += std::to_string(i % 4);
        store(here, r);
    });
    CHECK(here.count("SELECT COUNT(*) FROM messages") == 1);
    CHECK(here.count("SELECT notices FROM messages") == 4);
    CHECK(here.count("SELECT COUNT(*) FROM notices") == 4);
}
