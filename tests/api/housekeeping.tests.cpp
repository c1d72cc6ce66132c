// What the scheduler clears away each day, and what it looks at each time.
#include "api/clerks/scheduler.hpp"
#include "persistence/nouns/sessions.hpp"
#include "persistence/nouns/uploads.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"
#include <semaphore>

using namespace std::chrono_literals;
using persistence::unit_of_work;

namespace {

api::scheduler_settings settings_of(support::office& here)
{
    return {.database = here.store(),
            .kinds = here.kinds(),
            .outside = here.outside(),
            .owner = "the only one",
            .report = [](const std::string& what) { FAIL_CHECK(what); }};
}

} // namespace

TEST_CASE("the scheduler deletes sessions that have ended and forgets files whose bytes are gone")
{
    support::office here(support::kind::sqlite_memory);
    here.store().write([](unit_of_work& unit) {
        for (const char* id : {"open", "ended"})
            persistence::create_session(unit, {id, "ani", std::string("token of ") + id, "csrf"});
        persistence::end_session(unit, "ended");
        persistence::insert_upload(unit, {"file", "ani", "plan", 10});
        persistence::mark_upload_gone(unit, "file");
    });
    api::scheduler clockwork(settings_of(here));
    clockwork.tick();
    CHECK(here.here().count("SELECT COUNT(*) FROM sessions") == 1);
    CHECK(here.here().count("SELECT COUNT(*) FROM uploads") == 1); // its bytes are still there
    const auto later = here.store().now() + 72h;
    here.here().set_clock(workflow::microseconds_of(later) / 1'000'000);
    clockwork.tick();
    CHECK(here.here().count("SELECT COUNT(*) FROM sessions") == 0);
    CHECK(here.here().count("SELECT COUNT(*) FROM uploads") == 0);
}

TEST_CASE("a process without the lease looks at what waits for its files all the same")
{
    support::office here(support::kind::sqlite_memory);
    api::scheduler other(settings_of(here));
    other.tick(); // has the lease
    std::binary_semaphore has_looked{0};
    auto settings = settings_of(here);
    settings.owner = "another";
    settings.look = [&] { has_looked.release(); };
    api::scheduler clockwork(std::move(settings));
    clockwork.start();
    CHECK(has_looked.try_acquire_for(10s));
    clockwork.stop();
}
