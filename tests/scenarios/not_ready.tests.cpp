// What a load balancer asks: alive is the process, ready is what the database would take now.
#include "persistence/sql/database.hpp"
#include "tests/scenarios/support/running_rampung.hpp"
#include "tests/support/catch.hpp"
#include <soci/soci.h>
#include <thread>

using namespace scenarios;

namespace {

const std::vector<std::string> no_options;

// While the database takes no changes of anybody.
void while_locked(const std::string& url, backend which, const std::function<void()>& look)
{
    const bool is_sqlite = which == backend::sqlite;
    persistence::database other(url, {.clock = [] { return workflow::instant{}; }});
    other.administer([&](soci::session& sql) {
        sql << (is_sqlite ? "BEGIN IMMEDIATE" : "FLUSH TABLES WITH READ LOCK");
        look();
        sql << (is_sqlite ? "ROLLBACK" : "UNLOCK TABLES");
    });
}

int status_of(const running_rampung& program, const std::string& path)
{
    auto client = program.client();
    client.time_out_after(std::chrono::seconds(60));
    return client.get(path).status;
}

} // namespace

TEST_CASE("a server whose database takes no changes is alive, not ready, and ready again after")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    running_rampung program("serve", which, no_options);
    while_locked(program.database_url(), which, [&] {
        while (status_of(program, "/readyz") == 200) // what was tried before the lock still counts
            std::this_thread::yield();
        CHECK(status_of(program, "/readyz") == 503);
        CHECK(status_of(program, "/livez") == 200);
    });
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (status_of(program, "/readyz") != 200 && std::chrono::steady_clock::now() < patience)
        std::this_thread::yield();
    CHECK(status_of(program, "/readyz") == 200);
}
