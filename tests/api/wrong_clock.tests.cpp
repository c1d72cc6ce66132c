// The scheduler under a clock that is wrong for a while. Time is set; nothing waits for it.
#include "api/clerks/scheduler.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"
#include <semaphore>

using namespace std::chrono_literals;
using workflow::instant;

namespace {

instant at(workflow::date day, int hour, int minute)
{
    static const workflow::calendar jakarta({}, "Asia/Jakarta");
    return jakarta.at(day, hour, minute);
}

void set_clock(support::office& here, instant now)
{
    here.here().set_clock(workflow::microseconds_of(now) / 1'000'000);
}

api::scheduler_settings settings_of(support::office& here, const std::string& owner)
{
    return {.database = here.store(),
            .kinds = here.kinds(),
            .outside = here.outside(),
            .owner = owner,
            .report = [](const std::string& what) { FAIL_CHECK(what); }};
}

// One process, whose thread is not started.
struct node {
    support::office& here;
    api::scheduler clockwork;

    node(support::office& office, const std::string& name)
        : here(office), clockwork(settings_of(office, name))
    {
    }
    void work_at(instant now)
    {
        set_clock(here, now);
        clockwork.tick();
    }
};

} // namespace

TEST_CASE("a clock that leaps 400 days is told, and nothing is done before it is set back")
{
    support::office here(support::kind::sqlite_memory);
    set_clock(here, at(2026y / 1 / 1, 9, 0));
    here.in_force();
    const auto right = at(2026y / 4 / 23, 7, 35);
    set_clock(here, right);
    std::counting_semaphore<> done(0);
    std::chrono::steady_clock::time_point steady{};
    std::vector<bool> told;
    int looks = 0;
    auto settings = settings_of(here, "one");
    settings.look_every = 1ms;
    settings.steady = [&] { return steady; };
    settings.clock_was_set = [&](std::chrono::seconds, bool is_believed) {
        told.push_back(is_believed);
    };
    settings.look = [&] { // on the scheduler's thread, before each of its looks
        ++looks;
        if (looks == 2) set_clock(here, right + 400 * 24h);
        if (looks == 4) {
            set_clock(here, right + 60s);
            steady += 60s;
        }
        if (looks == 6) done.release();
    };
    api::scheduler clockwork(settings);
    clockwork.start();
    REQUIRE(done.try_acquire_for(30s));
    clockwork.stop();
    CHECK(told == std::vector<bool>{false, true});
    CHECK(here.here().count("SELECT COUNT(*) FROM targets WHERE state = 'not_reported'") == 0);
    CHECK(here.here().count("SELECT COUNT(*) FROM notices WHERE rule_name LIKE 'H+%'") == 0);
    CHECK(here.here().count("SELECT COUNT(*) FROM leases WHERE done_at > 1800000000000000") == 0);
    CHECK(here.here().count("SELECT COUNT(*) FROM notices WHERE rule_name = 'H-7'") > 0);
}

TEST_CASE("after a clock that was ahead for a minute a new process reminds and sweeps as ever")
{
    support::office here(support::kind::sqlite_memory);
    set_clock(here, at(2026y / 1 / 1, 9, 0));
    here.in_force();
    const auto right = at(2026y / 4 / 23, 7, 35);
    set_clock(here, right + 400 * 24h);
    here.here().execute("INSERT INTO leases(name, owner, lease_until, lease_no, renewals) VALUES "
                        "('scheduler', 'gone', " +
                        std::to_string(workflow::microseconds_of(right + 400 * 24h + 120s)) +
                        ", 1, 0)");
    node two{here, "two"};
    two.work_at(right);
    CHECK(here.here().count("SELECT COUNT(*) FROM notices WHERE rule_name = 'H-7'") > 0);
    CHECK(here.here().count("SELECT COUNT(*) FROM leases WHERE owner = 'two'") == 1);
}

TEST_CASE("a process whose clock was ahead reminds again when it is right, without a restart")
{
    support::office here(support::kind::sqlite_memory);
    set_clock(here, at(2026y / 1 / 1, 9, 0));
    const auto plan = here.draft(); // its secretariat is reminded of it
    node one{here, "one"};
    const auto ladder = [&] {
        return here.here().count("SELECT COUNT(*) FROM notices WHERE rule_name LIKE 'H%' AND "
                                 "subject = '" +
                                 plan + "'");
    };
    one.work_at(at(2027y / 6 / 1, 7, 35)); // it believed this
    here.here().execute("DELETE FROM notices");
    one.work_at(at(2026y / 1 / 15, 7, 35)); // ten working days from the first
    CHECK(ladder() > 0);
}

TEST_CASE("when the scheduler last ran to its end is remembered")
{
    support::office here(support::kind::sqlite_memory);
    node one{here, "one"}, two{here, "two"};
    const auto morning = at(2026y / 4 / 23, 7, 35);
    one.work_at(morning);
    two.work_at(morning + 30s); // has not the lease
    const auto last = here.store().read([](persistence::unit_of_work& unit) {
        return persistence::last_done(unit, api::scheduler_job);
    });
    CHECK(last == morning);
}
