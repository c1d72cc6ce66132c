// The outbox: one claimer a message, fenced, tried again, given up.
#include "persistence/outbox.hpp"
#include "persistence/leases.hpp"
#include "persistence/notices.hpp"
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
