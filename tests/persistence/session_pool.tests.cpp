// A bounded pool: waiting, giving back, and what it does while the database is away.
#include "persistence/sql/session_pool.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/support/catch.hpp"
#include <atomic>
#include <latch>
#include <thread>

using namespace persistence;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<connection> in_memory()
{
    return open_sqlite(parse_address("sqlite::memory:"), purpose::writing);
}

std::chrono::steady_clock::time_point soon()
{
    return std::chrono::steady_clock::now() + 5ms;
}

} // namespace

TEST_CASE("a session that nobody gives back is waited for no longer than allowed")
{
    session_pool pool(in_memory, 1);
    {
        auto only = pool.take(soon());
        CHECK_THROWS_AS(pool.take(soon()), overloaded);
    }
    CHECK_NOTHROW(pool.take(soon()));
}

TEST_CASE("a session that was given back is lent again, a dropped one and its idle fellows are not")
{
    int opened = 0;
    session_pool pool(
        [&] {
            ++opened;
            return in_memory();
        },
        3);
    {
        auto one = pool.take(soon());
        auto two = pool.take(soon());
    }
    CHECK(opened == 2);
    {
        auto one = pool.take(soon());
        CHECK(opened == 2);
        one.drop();
    }
    const auto fresh = pool.take(soon());
    CHECK(opened == 3);
}

TEST_CASE("what cannot be opened is tried again after a pause, and not by everybody at once")
{
    std::atomic<int> tries = 0;
    std::atomic<bool> is_back = false;
    session_pool pool(
        [&] {
            ++tries;
            if (!is_back) throw unreachable("it is away");
            return in_memory();
        },
        4);
    CHECK_THROWS_WITH(pool.take(soon()), "it is away");
    for (int i = 0; i < 100; ++i) CHECK_THROWS_WITH(pool.take(soon()), "it is away");
    CHECK(tries < 5); // a hundred tries take far less than the pause
    is_back = true;
    const auto until = std::chrono::steady_clock::now() + 5s;
    bool again = false;
    while (!again && std::chrono::steady_clock::now() < until) {
        try {
            const auto session = pool.take(soon());
            again = true;
        } catch (const unreachable&) {
        }
    }
    CHECK(again);
}

TEST_CASE("while one knocks at a database that is away the others are told at once")
{
    std::latch knocking(1);
    std::latch told(1);
    std::atomic<int> tries = 0;
    session_pool pool(
        [&]() -> std::unique_ptr<connection> {
            if (++tries == 2) {
                knocking.count_down();
                told.wait();
            }
            throw unreachable("it is away");
        },
        4);
    CHECK_THROWS_AS(pool.take(soon()), unreachable);
    std::jthread patient([&] {
        while (tries < 2) CHECK_THROWS_AS(pool.take(soon()), unreachable);
    });
    knocking.wait();
    CHECK_THROWS_AS(pool.take(soon()), unreachable);
    CHECK(tries == 2);
    told.count_down();
}
