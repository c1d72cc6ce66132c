// The wall clock against one that only runs on.
#include "workflow/days/clock_watch.hpp"
#include "tests/support/catch.hpp"

using namespace std::chrono_literals;
using workflow::clock_watch;

namespace {

struct two_clocks {
    workflow::instant wall{std::chrono::sys_days{2026y / 4 / 29} + 1h};
    clock_watch::steady steady{100h};
    clock_watch watch{};

    std::optional<std::chrono::seconds> after(std::chrono::seconds passed,
                                              std::chrono::seconds set_by = 0s)
    {
        steady += passed;
        wall += passed + set_by;
        return watch.look(wall, steady);
    }
};

} // namespace

TEST_CASE("a clock that runs on, or is set by seconds, is no news and is believed")
{
    two_clocks here;
    CHECK_FALSE(here.after(0s));
    CHECK_FALSE(here.after(24h));
    CHECK_FALSE(here.after(5s, 40s));
    CHECK_FALSE(here.after(5s, -40s));
    CHECK(here.watch.is_believed());
}

TEST_CASE("a clock that leaps 400 days is told, not believed, and believed again when set back")
{
    two_clocks here;
    here.after(0s);
    CHECK(here.after(5s, 400 * 24h) == 400 * 24h);
    CHECK_FALSE(here.watch.is_believed());
    CHECK_FALSE(here.after(1min)); // told once
    CHECK_FALSE(here.watch.is_believed());
    CHECK(here.after(5s, -400 * 24h) == -400 * 24h);
    CHECK(here.watch.is_believed());
}

TEST_CASE("a leap that stays is believed after ten minutes, one back at once")
{
    two_clocks here;
    here.after(0s);
    here.after(5s, 2h);
    here.after(workflow::leap_believed_after - 1s);
    CHECK_FALSE(here.watch.is_believed());
    here.after(1s);
    CHECK(here.watch.is_believed());
    CHECK(here.after(5s, -2h) == -2h);
    CHECK(here.watch.is_believed());
    CHECK(here.after(5s, 10min) == 10min); // told, and small enough to go on
    CHECK(here.watch.is_believed());
}
