// Back-off and the name of a mail.
#include "notifications/attempts.hpp"
#include "tests/support/catch.hpp"

using namespace notifications;
using namespace std::chrono;

TEST_CASE("a mail is tried again after 1, 5, 15, 60 minutes, then every four hours")
{
    const workflow::instant now = sys_days{2026y / April / 30};
    const int waits[]{1, 5, 15, 60, 240, 240};
    for (int tries = 1; tries <= 6; ++tries) {
        INFO(tries);
        CHECK(next_attempt(tries, now) == now + minutes{waits[tries - 1]});
    }
}

TEST_CASE("after five days of waiting a mail is dead, and not before the fourth is over")
{
    workflow::instant now = sys_days{2026y / April / 30};
    const auto first = now;
    int tries = 1;
    for (auto next = next_attempt(tries, now); next; next = next_attempt(++tries, now)) {
        REQUIRE(*next > now);
        now = *next;
    }
    CHECK(now - first <= days{5});
    CHECK(now - first > days{4});
    CHECK_FALSE(next_attempt(1'000'000'000, now));
}

TEST_CASE("the spread lengthens a wait by at most a fifth")
{
    const workflow::instant now{};
    CHECK(next_attempt(2, now, 1.0) == now + minutes{6});
    CHECK(next_attempt(2, now, 0.5) == now + minutes{5} + seconds{30});
}

TEST_CASE("the same key always gives the same Message-ID, another key another one")
{
    CHECK(message_id_of("abc", "rampung.id") ==
          "<ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad@rampung.id>");
    CHECK(message_id_of("abd", "rampung.id") != message_id_of("abc", "rampung.id"));
}
