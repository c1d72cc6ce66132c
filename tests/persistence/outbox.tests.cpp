// The outbox: one claimer a message, fenced, tried again, given up.
#include "persistence/nouns/outbox.hpp"
#include "persistence/nouns/leases.hpp"
#include "persistence/nouns/notices.hpp"
#include "tests/persistence/support/people.hpp"
#include "tests/support/catch.hpp"
#include <mutex>
#include <set>

using namespace persistence;
using std::chrono::seconds;
using support::kind;

namespace {

const claimant me{.owner = "me", .lease = seconds{120}, .messages_max = 5};

// So many messages, due now.
void fill(support::world& here, int messages)
{
    support::fill_directory(here.store());
    here.store().write([&](unit_of_work& unit) {
        workflow::world w;
        w.head.id = "plan";
        w.place = support::province;
        w.now = unit.now();
        workflow::notice told;
        told.name = "review_requested";
        told.resource = "reviews";
        told.recipient.id = "budi";
        told.event = 1;
        std::vector<workflow::event> events(1);
        for (events[0].seq = 1; events[0].seq <= messages; ++events[0].seq)
            store_notices(unit, w, {told}, events);
    });
}

std::vector<claim> claim_as(support::world& here, const claimant& by)
{
    std::vector<claim> out;
    here.store().write([&](unit_of_work& unit) { out = claim_due(unit, by); });
    return out;
}

template <class F> bool write(support::world& here, F mark)
{
    bool out = false;
    here.store().write([&](unit_of_work& unit) { out = mark(unit); });
    return out;
}

} // namespace

TEST_CASE("two claimers never get the same message, and together they get all")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    fill(here, 60);
    std::mutex mutex;
    std::multiset<std::string> got;
    support::in_parallel(6, [&](int i) {
        for (int turn = 1; turn <= 200; ++turn) {
            const auto mine = claim_as(here, {"node " + std::to_string(i), seconds{120}, 5});
            const std::scoped_lock lock(mutex);
            for (const auto& one : mine) got.insert(one.id);
            if (got.size() >= 60) return;
        }
    });
    CHECK(got.size() == 60);
    CHECK(std::set(got.begin(), got.end()).size() == 60);
}

TEST_CASE("a claim whose lease ran out is taken over and changes nothing any more")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    fill(here, 1);
    here.set_clock(1'777'000'000);
    const auto first = claim_as(here, me);
    REQUIRE(first.size() == 1);
    here.set_clock(1'777'000'120);
    CHECK(claim_as(here, me).empty()); // it holds to its last second
    here.set_clock(1'777'000'121);
    const auto second = claim_as(here, {"another", seconds{120}, 5});
    REQUIRE(second.size() == 1);
    CHECK(second[0].lease_no == first[0].lease_no + 1);
    const attempt leaving{"subject", "body", "<x@y>", seconds{60}};
    CHECK_FALSE(write(here, [&](auto& u) { return mark_attempt(u, first[0], leaving); }));
    CHECK_FALSE(write(here, [&](auto& u) { return mark_sent(u, first[0]); }));
    CHECK_FALSE(write(here, [&](auto& u) { return mark_dead(u, first[0], "x"); }));
    CHECK_FALSE(write(here, [&](auto& u) { return mark_temporary(u, first[0], u.now(), "x"); }));
    CHECK(write(here, [&](auto& u) { return mark_attempt(u, second[0], leaving); }));
    CHECK(write(here, [&](auto& u) { return mark_sent(u, second[0]); }));
    CHECK_FALSE(write(here, [&](auto& u) { return mark_sent(u, second[0]); }));
    CHECK(here.count("SELECT COUNT(*) FROM messages WHERE state = 'sent' AND attempts = 1") == 1);
}

TEST_CASE("a passing failure is tried again at its time, a lasting one never")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    fill(here, 1);
    const auto first = claim_as(here, me);
    REQUIRE(first.size() == 1);
    CHECK(write(here, [&](auto& u) {
        return mark_temporary(u, first[0], u.now() + seconds{60}, "451 later\r\nX: y");
    }));
    CHECK(claim_as(here, me).empty());
    here.set_clock(1'777'000'060);
    const auto second = claim_as(here, me);
    REQUIRE(second.size() == 1);
    CHECK(write(here, [&](auto& u) { return mark_dead(u, second[0], "550 nobody"); }));
    here.set_clock(1'888'000'000);
    CHECK(claim_as(here, me).empty());
    CHECK(here.count("SELECT COUNT(*) FROM messages WHERE last_error = '550 nobody'") == 1);
}

TEST_CASE("what is due later is not claimed before")
{
    support::world here(kind::sqlite_memory);
    fill(here, 1);
    here.set_clock(1'776'999'999);
    CHECK(claim_as(here, me).empty());
    here.set_clock(1'777'000'000);
    CHECK(claim_as(here, me).size() == 1);
}

TEST_CASE("a job has one holder; one that ran out is taken over and fenced")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    const auto take = [&](const std::string& owner) {
        std::optional<lease> out;
        here.store().write(
            [&](unit_of_work& u) { out = take_lease(u, "scheduler", owner, seconds{30}); });
        return out;
    };
    const auto keep = [&](const lease& l) {
        return write(here, [&](auto& u) { return keeps(u, l, seconds{30}); });
    };
    std::atomic<int> holders = 0;
    support::in_parallel(6, [&](int i) { holders += take(std::to_string(i)) ? 1 : 0; });
    CHECK(holders == 1);
    here.set_clock(1'777'000'031);
    const auto first = take("a");
    REQUIRE(first);
    CHECK(keep(*first));
    CHECK(keep(*first)); // at the same instant
    CHECK_FALSE(take("b"));
    here.set_clock(1'777'000'062);
    const auto second = take("b");
    REQUIRE(second);
    CHECK_FALSE(keep(*first));
    here.store().write([&](unit_of_work& u) { give_back(u, *first); }); // not its own any more
    CHECK(keep(*second));
    here.store().write([&](unit_of_work& u) { give_back(u, *second); });
    CHECK_FALSE(keep(*second));
    CHECK(take("a"));
}

namespace {

// A reminder of one thing, in the digest of that morning.
void remind(support::world& here, const std::string& thing, workflow::instant morning)
{
    here.store().write([&](unit_of_work& unit) {
        const workflow::reminder r{.what = {.key = "H-7|targets/" + thing,
                                            .rule = "H-7",
                                            .resource = "targets",
                                            .subject = thing,
                                            .due = support::some_day,
                                            .post = {"agency_head", "Agency health"},
                                            .matter = "report",
                                            .plan = "plan",
                                            .region = support::province},
                                   .recipient = "budi",
                                   .due_instant = morning};
        store_ladder(unit, workflow::calendar{}, {r});
    });
}

std::int64_t second_of(workflow::date day, int hour, int minute)
{
    return workflow::microseconds_of(workflow::calendar{}.at(day, hour, minute)) / 1'000'000;
}

} // namespace

TEST_CASE("digests of one person that have waited become the newest of them, and lose nothing")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    using namespace std::chrono_literals;
    const workflow::calendar days;
    for (const unsigned day : {20u, 21u, 22u}) {
        here.set_clock(second_of(2026y / 4 / day, 7, 20));
        remind(here, "t" + std::to_string(day), days.at(2026y / 4 / day, 7, 30));
    }
    here.set_clock(second_of(2026y / 4 / 22, 8, 0));
    const auto mine = claim_as(here, me);
    REQUIRE(mine.size() == 1);
    const auto message =
        here.store().read([&](unit_of_work& unit) { return load_claimed(unit, mine[0]); });
    CHECK(message.due == days.at(2026y / 4 / 22, 7, 30));
    std::set<std::string> things;
    for (const auto& item : message.items) things.insert(item.subject);
    CHECK(things == std::set<std::string>{"t20", "t21", "t22"});
    CHECK(message.items.front().post.of == "Agency health");
    CHECK(message.items.front().matter == "report");
    CHECK(here.count("SELECT COUNT(*) FROM messages WHERE state = 'dropped'") == 2);
    CHECK(here.count("SELECT COUNT(*) FROM notices WHERE dropped = 'gathered'") == 2);
    CHECK(claim_as(here, me).empty());
}

TEST_CASE("what is dropped can be told again, and what is told is told as it is now")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    using namespace std::chrono_literals;
    here.set_clock(second_of(2026y / 4 / 20, 7, 20));
    remind(here, "a", workflow::calendar{}.at(2026y / 4 / 20, 7, 30));
    remind(here, "b", workflow::calendar{}.at(2026y / 4 / 20, 7, 30));
    here.set_clock(second_of(2026y / 4 / 20, 7, 31));
    const auto mine = claim_as(here, me);
    REQUIRE(mine.size() == 1);
    const std::vector<workflow::told> looks{{.key = "H-7|targets/a", .dropped = "overtaken"},
                                            {.key = "H-7|targets/b",
                                             .due = 2026y / 5 / 8,
                                             .post = {"agency_staff", "Agency b"},
                                             .matter = "revise"}};
    CHECK_FALSE(write(here, [&](auto& u) {
        return note_second_look(u, {mine[0].id, mine[0].lease_no + 1}, looks);
    }));
    CHECK(write(here, [&](auto& u) { return note_second_look(u, mine[0], looks); }));
    const auto message =
        here.store().read([&](unit_of_work& unit) { return load_claimed(unit, mine[0]); });
    REQUIRE(message.items.size() == 1);
    CHECK(message.items[0].subject == "b");
    CHECK(message.items[0].post == workflow::held_post{"agency_staff", "Agency b"});
    CHECK(message.items[0].due == 2026y / 5 / 8);
    remind(here, "a", workflow::calendar{}.at(2026y / 4 / 21, 7, 30));
    CHECK(here.count("SELECT COUNT(*) FROM notices WHERE unique_key = 'H-7|targets/a'") == 1);
}
TEST_CASE("a lease that a clock 400 days ahead has taken is taken over, and its holder is fenced")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    const auto take = [&](const std::string& owner) {
        std::optional<lease> out;
        here.store().write(
            [&](unit_of_work& u) { out = take_lease(u, "scheduler", owner, seconds{120}); });
        return out;
    };
    here.set_clock(1'777'000'000 + 400 * 86'400);
    const auto ahead = take("a");
    REQUIRE(ahead);
    here.set_clock(1'777'000'060);
    const auto right = take("b");
    REQUIRE(right);
    CHECK_FALSE(write(here, [&](auto& u) { return keeps(u, *ahead, seconds{120}); }));
    CHECK_FALSE(take("a"));
    here.set_clock(1'777'000'000); // a server whose clock is a minute behind is no wrong clock
    CHECK_FALSE(take("c"));
}

TEST_CASE("when the work under a lease was last done is told, and by its holder alone")
{
    const auto which = GENERATE(kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    std::optional<lease> first, second;
    here.store().write([&](unit_of_work& u) {
        CHECK_FALSE(last_done(u, "scheduler"));
        first = take_lease(u, "scheduler", "a", seconds{30});
        CHECK_FALSE(last_done(u, "scheduler"));
        note_done(u, *first);
        CHECK(last_done(u, "scheduler") == u.now());
    });
    here.set_clock(1'777'000'100);
    here.store().write([&](unit_of_work& u) {
        second = take_lease(u, "scheduler", "b", seconds{30});
        note_done(u, *first);
        CHECK(last_done(u, "scheduler") == u.now() - seconds{100});
        give_back(u, *second);
        CHECK(last_done(u, "scheduler") == u.now() - seconds{100});
    });
}
