// The private MariaDB is what tests of persistence stand on, so it is tested itself.
#include "tests/support/mariadb_server.hpp"
#include "tests/support/catch.hpp"
#include <csignal>

using support::mariadb_server;

TEST_CASE("every request gets a database of its own, empty and in utf8mb4_bin")
{
    auto& server = mariadb_server::of_this_program();
    const auto first = server.fresh_database();
    const auto second = server.fresh_database();
    REQUIRE(first != second);
    REQUIRE(first.find("mysql://root@127.0.0.1:" + std::to_string(server.port()) + "/") == 0);
    const auto name = second.substr(second.rfind('/') + 1);
    server.execute("CREATE TABLE " + name + ".words (word VARCHAR(10) PRIMARY KEY)");
    server.execute("INSERT INTO " + name + ".words VALUES ('rad'), ('RAD')");
    REQUIRE_THROWS_AS(server.execute("INSERT INTO " + name + ".words VALUES ('RAD')"),
                      std::runtime_error);
}

TEST_CASE("data and port survive a kill and a start")
{
    auto& server = mariadb_server::of_this_program();
    const auto url = server.fresh_database();
    const auto table = url.substr(url.rfind('/') + 1) + ".kept";
    server.execute("CREATE TABLE " + table + " (id BIGINT PRIMARY KEY)");
    const int port = server.port();
    server.kill();
    REQUIRE_FALSE(server.runs());
    REQUIRE_THROWS_AS(server.execute("SELECT 1"), std::runtime_error);
    server.start();
    REQUIRE(server.port() == port);
    server.execute("INSERT INTO " + table + " VALUES (1)");
    server.restart();
    REQUIRE_THROWS_WITH(server.execute("INSERT INTO " + table + " VALUES (1)"),
                        Catch::Matchers::Contains("Duplicate entry"));
}

TEST_CASE("a server that refuses its options fails with the words of its log")
{
    REQUIRE_THROWS_WITH(mariadb_server({"--no-such-option"}),
                        Catch::Matchers::Contains("no-such-option"));
}

TEST_CASE("a server ends with the object that owns it")
{
    pid_t process = 0;
    {
        const mariadb_server server;
        process = server.process();
        REQUIRE(::kill(process, 0) == 0);
    }
    REQUIRE(::kill(process, 0) == -1);
}
