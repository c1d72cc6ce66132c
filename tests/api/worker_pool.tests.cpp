// Turns and those who waited too long for one.
#include "api/http/worker_pool.hpp"
#include "tests/support/catch.hpp"
#include <future>
#include <latch>
#include <string>
#include <vector>

using namespace std::chrono_literals;

namespace {

void pass(std::chrono::milliseconds time)
{
    const auto until = std::chrono::steady_clock::now() + time;
    while (std::chrono::steady_clock::now() < until) std::this_thread::yield();
}

} // namespace

TEST_CASE("who waited longer for a worker than allowed is told so, in its turn")
{
    constexpr auto wait_max = 5ms;
    std::latch release{1};
    std::promise<bool> told;
    api::worker_pool pool(1, 10, wait_max);
    REQUIRE(pool.try_post([&](bool) { release.wait(); }));
    REQUIRE(pool.try_post([&](bool in_time) { told.set_value(in_time); }));
    pass(wait_max + 1ms);
    release.count_down();
    CHECK_FALSE(told.get_future().get());
}

TEST_CASE("who waited less for a worker is told that it is in time")
{
    std::promise<bool> told;
    api::worker_pool pool(1, 10, 1h);
    REQUIRE(pool.try_post([&](bool in_time) { told.set_value(in_time); }));
    CHECK(told.get_future().get());
}

TEST_CASE("a full queue and a pool that ends take nothing more")
{
    std::latch started{1}, release{1};
    int runs = 0;
    api::worker_pool pool(1, 1, 1h);
    REQUIRE(pool.try_post([&](bool) {
        started.count_down();
        release.wait();
        ++runs;
    }));
    started.wait();
    CHECK(pool.try_post([&](bool) { ++runs; }));
    CHECK_FALSE(pool.try_post([&](bool) { ++runs; }));
    release.count_down();
    pool.join();
    CHECK(runs == 2);
    CHECK_FALSE(pool.try_post([&](bool) { ++runs; }));
}

TEST_CASE("a probe has the next turn, also when the queue is full and has waited too long")
{
    std::latch started{1}, release{1};
    std::vector<std::string> turns;
    api::worker_pool pool(1, 1, 1ms);
    const auto begin = [&](bool) {
        started.count_down();
        release.wait();
    };
    REQUIRE(pool.try_post(begin));
    started.wait();
    REQUIRE(pool.try_post([&](bool in_time) { turns.push_back(in_time ? "served" : "late"); }));
    REQUIRE(pool.try_post_first([&](bool in_time) { turns.push_back(in_time ? "probe" : ""); }));
    pass(2ms);
    release.count_down();
    pool.join();
    CHECK(turns == std::vector<std::string>{"probe", "late"});
}
