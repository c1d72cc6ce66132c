// Guessing is slowed down, nobody is locked out, and memory stays bounded.
#include "api/door/throttle.hpp"
#include "tests/support/catch.hpp"

using namespace std::chrono_literals;

namespace {

struct world {
    std::chrono::steady_clock::time_point now{1h};
    api::throttle doors;
    explicit world(api::throttle_limits most = {}) : doors(most, [this] { return now; }) {}
};

} // namespace

TEST_CASE("after five tries an account has to wait, twice as long each time, at most a minute")
{
    world w;
    for (int i = 0; i < 5; ++i) REQUIRE_FALSE(w.doors.admit("ani", "192.0.2.1"));
    auto expected = 1s;
    for (int i = 0; i < 12; ++i) {
        REQUIRE(w.doors.admit("ani", "192.0.2.1") == expected);
        w.now += expected - 1ms;
        REQUIRE(w.doors.admit("ani", "192.0.2.1"));
        w.now += 1ms;
        REQUIRE_FALSE(w.doors.admit("ani", "192.0.2.1"));
        expected = std::min(expected * 2, std::chrono::seconds(60s));
    }
}

TEST_CASE("what is left of a limit is told as it is met")
{
    world here;
    const auto told = [&](std::size_t which) {
        const auto all = here.doors.left("ani", "192.0.2.1");
        return std::pair(all.at(which).left, all.at(which).reset);
    };
    CHECK(told(0) == std::pair(5, 0s));
    CHECK(told(1) == std::pair(30, 0s));
    for (int i = 4; i > 0; --i) {
        CHECK_FALSE(here.doors.admit("ani", "192.0.2.1"));
        CHECK(told(0) == std::pair(i, 900s));
    }
    CHECK_FALSE(here.doors.admit("ani", "192.0.2.1"));
    CHECK(told(0) == std::pair(0, 1s));
    CHECK(here.doors.admit("ani", "192.0.2.1") == 1s);
    CHECK(told(1) == std::pair(25, 900s));
    here.now += 1s;
    CHECK(told(0) == std::pair(1, 899s)); // who has waited has one try
    CHECK_FALSE(here.doors.admit("ani", "192.0.2.1"));
    CHECK(told(0) == std::pair(0, 2s));
    here.now += 16min;
    CHECK(told(0) == std::pair(5, 0s));
}

TEST_CASE("a small and a capital letter do not make two accounts")
{
    world w;
    for (int i = 0; i < 5; ++i) REQUIRE_FALSE(w.doors.admit(i % 2 ? "ANI" : "ani", "192.0.2.1"));
    CHECK(w.doors.admit("Ani", "198.51.100.7"));
}

TEST_CASE("a network that tries many accounts has to wait, others do not")
{
    world w;
    for (int i = 0; i < 30; ++i)
        REQUIRE_FALSE(
            w.doors.admit("user" + std::to_string(i), "192.0.2." + std::to_string(i + 1)));
    CHECK(w.doors.admit("somebody", "192.0.2.200") == 1s);
    CHECK_FALSE(w.doors.admit("somebody", "192.0.3.1"));
}

TEST_CASE("a right password starts the account anew and costs the network nothing")
{
    world w;
    for (int i = 0; i < 200; ++i) {
        REQUIRE_FALSE(w.doors.admit("ani", "192.0.2.1"));
        w.doors.forgive("ani", "192.0.2.1");
    }
    CHECK_FALSE(w.doors.admit("budi", "192.0.2.1"));
}

TEST_CASE("a quarter of an hour of peace is enough to be forgotten")
{
    world w;
    for (int i = 0; i < 5; ++i) REQUIRE_FALSE(w.doors.admit("ani", "192.0.2.1"));
    w.now += 15min + 1s;
    for (int i = 0; i < 5; ++i) REQUIRE_FALSE(w.doors.admit("ani", "192.0.2.1"));
    CHECK(w.doors.admit("ani", "192.0.2.1"));
}

TEST_CASE("who guesses elsewhere and never stops does not keep the owner waiting at home")
{
    world w;
    REQUIRE_FALSE(w.doors.admit("ani", "192.0.2.1"));
    w.doors.forgive("ani", "192.0.2.1");
    for (int i = 0; i < 3600; ++i) { // an hour of guesses, one a second
        w.doors.admit("ani", "198.51.100.7");
        w.now += 1s;
    }
    CHECK(w.doors.admit("ani", "198.51.100.7"));
    CHECK_FALSE(w.doors.admit("ani", "192.0.2.9"));
}

TEST_CASE("guesses from the owner's own network are slowed down like any others")
{
    world w;
    REQUIRE_FALSE(w.doors.admit("ani", "192.0.2.1"));
    w.doors.forgive("ani", "192.0.2.1");
    for (int i = 0; i < 5; ++i) REQUIRE_FALSE(w.doors.admit("Ani", "192.0.2.1"));
    CHECK(w.doors.admit("ani", "192.0.2.1") == 1s);
}

TEST_CASE("a network is the owner's for thirty days after the last sign-in from there")
{
    world w;
    REQUIRE_FALSE(w.doors.admit("ani", "192.0.2.1"));
    w.doors.forgive("ani", "192.0.2.1");
    w.now += 30 * 24h + 1s;
    for (int i = 0; i < 5; ++i) REQUIRE_FALSE(w.doors.admit("ani", "198.51.100.7"));
    CHECK(w.doors.admit("ani", "192.0.2.1"));
}

TEST_CASE("a flood of names does not free who has to wait")
{
    api::throttle_limits most;
    most.entries_max = 50;
    most.free_tries_per_network = 10'000;
    world w(most);
    for (int i = 0; i < 5; ++i) REQUIRE_FALSE(w.doors.admit("ani", "192.0.2.1"));
    for (int i = 0; i < 500; ++i)
        REQUIRE_FALSE(w.doors.admit("name" + std::to_string(i), "192.0.2.1"));
    CHECK(w.doors.admit("ani", "192.0.2.1"));
}

TEST_CASE("networks are /24 and /64")
{
    CHECK(api::network_of("192.0.2.77") == "192.0.2");
    CHECK(api::network_of("::ffff:192.0.2.77") == "::ffff:192.0.2");
    CHECK(api::network_of("2001:db8:1:2:3:4:5:6") == api::network_of("2001:db8:1:2:ffff::1"));
    CHECK(api::network_of("2001:db8:1:2::1") != api::network_of("2001:db8:1:3::1"));
    CHECK(api::network_of("nowhere") == "nowhere");
}
