// Several hosts, and servers that answer but take no writes or no further connection.
#include "persistence/sql/database.hpp"
#include "persistence/sql/outage.hpp"
#include "persistence/sql/session_opener.hpp"
#include "tests/persistence/support/world.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using Catch::Matchers::Contains;
using namespace std::chrono_literals;

namespace {

const workflow::clock stopped_clock = [] { return workflow::instant{}; };

// Two servers, a database of the same name on each, and an account that read_only binds.
struct pair_of_servers {
    support::mariadb_server first;
    support::mariadb_server second;
    std::string url;

    pair_of_servers()
    {
        for (auto* server : {&first, &second}) {
            server->execute("CREATE DATABASE pair COLLATE utf8mb4_bin");
            server->execute("CREATE TABLE pair.who (name VARCHAR(9) PRIMARY KEY)");
            server->execute("CREATE USER app@'127.0.0.1'");
            server->execute("GRANT ALL ON pair.* TO app@'127.0.0.1'");
        }
        first.execute("INSERT INTO pair.who VALUES ('first')");
        second.execute("INSERT INTO pair.who VALUES ('second')");
        url = "mysql://app@127.0.0.1:" + std::to_string(first.port()) +
              ",127.0.0.1:" + std::to_string(second.port()) + "/pair";
    }
};

std::string who_answers(database& store)
{
    return store.read([](unit_of_work& unit) {
        std::string name;
        unit.sql() << "SELECT MIN(name) FROM who", soci::into(name);
        return name;
    });
}

void leave_a_line(database& store, const std::string& line)
{
    store.write([&](unit_of_work& unit) {
        unit.sql() << "INSERT INTO who VALUES (:line)", soci::use(line);
    });
}

// What must come back by itself soon after the fault is gone.
void require_recovery(const std::function<void()>& work)
{
    const auto until = std::chrono::steady_clock::now() + 5s;
    for (;;) {
        try {
            return work();
        } catch (const outage&) {
            if (std::chrono::steady_clock::now() > until) throw;
        }
    }
}

} // namespace

TEST_CASE("when a host dies or turns read-only the next one is asked, and stayed with")
{
    pair_of_servers here;
    database store(here.url, {.clock = stopped_clock});
    CHECK(who_answers(store) == "first");
    here.first.kill();
    CHECK(who_answers(store) == "second"); // within the same call
    leave_a_line(store, "x");
    here.first.start();
    CHECK(who_answers(store) == "second");
    // The second becomes a replica; the pool stands on it, and moves.
    here.second.execute("SET GLOBAL read_only = 1");
    leave_a_line(store, "y");
    CHECK(who_answers(store) == "first");
    // None takes writes: reads go on, writes are an outage, and it passes.
    here.first.execute("SET GLOBAL read_only = 1");
    CHECK_THROWS_AS(leave_a_line(store, "z"), unavailable);
    CHECK_FALSE(who_answers(store).empty());
    here.first.execute("SET GLOBAL read_only = 0");
    require_recovery([&] { leave_a_line(store, "z"); });
    CHECK(who_answers(store) == "first");
    here.first.kill();
    here.second.kill();
    CHECK_THROWS_WITH(who_answers(store), Contains("127.0.0.1/pair") && Contains("; "));
}

TEST_CASE("a write that meets a server gone read-only at COMMIT is known not to be there")
{
    auto& server = support::mariadb_server::of_this_program();
    support::world here(support::kind::mariadb);
    const auto name = here.url().substr(here.url().rfind('/') + 1);
    server.execute("CREATE OR REPLACE USER reader@'127.0.0.1'");
    server.execute("GRANT ALL ON " + name + ".* TO reader@'127.0.0.1'");
    database store("mysql://reader@127.0.0.1:" + std::to_string(server.port()) + "/" + name,
                   {.clock = stopped_clock});
    int tries = 0;
    const auto late = [&](unit_of_work& unit) {
        unit.create_stream("late");
        if (++tries == 1) server.execute("SET GLOBAL read_only = 1");
    };
    CHECK_THROWS_AS(store.write(late), unavailable); // not unknown_outcome
    server.execute("SET GLOBAL read_only = 0");
    CHECK(here.count("SELECT COUNT(*) FROM streams") == 0);
    require_recovery([&] { store.write(late); });
    CHECK(here.count("SELECT COUNT(*) FROM streams") == 1);
}

TEST_CASE("a full table of connections is an outage that says so, and passes")
{
    support::mariadb_server server({"--max-connections=10"});
    const auto url = server.fresh_database();
    database store(url, {.clock = stopped_clock});
    session_opener opener(parse_address(url));
    std::vector<std::unique_ptr<connection>> others;
    const auto fill = [&] {
        for (;;) others.push_back(opener.open(purpose::writing));
    };
    // One that was closed a moment ago leaves when its thread does, and its place is taken too.
    const auto connected = [&] {
        int count = 0;
        others.front()->sql << "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS "
                               "WHERE VARIABLE_NAME = 'THREADS_CONNECTED'",
            soci::into(count);
        return static_cast<std::size_t>(count);
    };
    do CHECK_THROWS_WITH(fill(), Contains("Too many connections"));
    while (connected() > others.size());
    CHECK_THROWS_WITH(store.write([](unit_of_work&) {}), Contains("Too many connections"));
    CHECK_THROWS_AS(store.write([](unit_of_work&) {}), unavailable);
    others.clear();
    require_recovery([&] { store.write([](unit_of_work&) {}); });
}

TEST_CASE("a session is set up in the way in which everything else is meant")
{
    session_opener opener(
        parse_address(support::mariadb_server::of_this_program().fresh_database()));
    const auto session = opener.open(purpose::writing);
    const auto value_of = [&](const std::string& variable) {
        std::string out;
        session->sql << "SELECT @@SESSION." + variable, soci::into(out);
        return out;
    };
    CHECK(value_of("sql_mode") == "STRICT_ALL_TABLES");
    CHECK(value_of("collation_connection") == "utf8mb4_bin");
    CHECK(value_of("tx_isolation") == "READ-COMMITTED");
    CHECK(value_of("innodb_lock_wait_timeout") == "4");
    CHECK(value_of("idle_write_transaction_timeout") == "60");
    CHECK(lock_seconds_max < statement_seconds_max);
    CHECK(statement_seconds_max + connect_seconds_max < deadline_default);
}

TEST_CASE("a session that lost its server is not connected again behind our back")
{
    auto& server = support::mariadb_server::of_this_program();
    session_opener opener(parse_address(server.fresh_database()));
    const auto session = opener.open(purpose::writing);
    long long id = 0;
    session->sql << "SELECT CONNECTION_ID()", soci::into(id);
    server.execute("KILL CONNECTION " + std::to_string(id));
    for (int i = 0; i < 3; ++i) {
        bool is_lost = false;
        try {
            session->sql << "SELECT 1";
        } catch (const soci::soci_error& error) {
            is_lost = classify(error) == fault::connection_lost;
        }
        CHECK(is_lost);
    }
}
