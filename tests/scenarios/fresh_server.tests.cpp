// What a server knows and says that was just put up, before anybody has entered anything.
#include "persistence/sql/database.hpp"
#include "tests/scenarios/support/running_rampung.hpp"
#include "tests/support/catch.hpp"
#include <soci/soci.h>
#include <thread>

using namespace scenarios;
using namespace std::chrono_literals;

namespace {

const std::vector<std::string> no_options;

void administer(const std::string& url, const std::function<void(soci::session&)>& work)
{
    persistence::database store(url, {.clock = [] { return workflow::instant{}; }});
    store.administer(work);
}

long long days_of_2026(const std::string& url)
{
    long long out = -1;
    administer(url, [&](soci::session& sql) {
        sql << "SELECT COUNT(*) FROM holidays WHERE region = '' AND day LIKE '2026-%'",
            soci::into(out);
    });
    return out;
}

} // namespace

TEST_CASE("a fresh server knows the days off that the program knows, and overwrites nobody's")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    running_rampung program("serve", which, no_options);
    CHECK(days_of_2026(program.database_url()) == 25);
    program.stop();
    administer(program.database_url(), [](soci::session& sql) { // as an administrator may leave it
        sql << "DELETE FROM holidays WHERE day <> '2026-08-17'";
    });
    program.start();
    CHECK(days_of_2026(program.database_url()) == 1);
    program.stop();
}

TEST_CASE("a server says when its scheduler last ran")
{
    running_rampung program("serve", backend::sqlite, no_options);
    const auto patience = std::chrono::steady_clock::now() + 60s;
    const auto last = [&] {
        return program.client().get("/readyz").json().at("scheduler_last_ran");
    };
    while (last().is_null() && std::chrono::steady_clock::now() < patience)
        std::this_thread::yield();
    REQUIRE(last().is_string());
    CHECK(last().as_string().starts_with("20"));
    program.stop();
}

TEST_CASE("who is not signed in is told so in words, in the language they read")
{
    running_rampung program("serve", backend::sqlite, no_options);
    auto stranger = program.client();
    const auto detail = [&](const std::string& language) {
        stranger.always("Accept-Language", language);
        return std::string(stranger.get("/api/v1/inbox").json().at("detail").as_string());
    };
    CHECK(detail("en") == "Please sign in first.");
    CHECK(detail("id") == "Silakan masuk terlebih dahulu.");
    program.stop();
}
