// Children of a test: found, started, awaited, ended, and never left behind.
#include "tests/support/process.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_directory.hpp"
#include <csignal>
#include <sys/wait.h>
#include <thread>

TEST_CASE("a missing program is named together with the command that installs it")
{
    REQUIRE_THROWS_WITH(support::find_program("no-such-program"),
                        Catch::Matchers::Contains("no-such-program") &&
                            Catch::Matchers::Contains("scripts/setup"));
}

TEST_CASE("a child that outlives its deadline is still there, and ends when told to")
{
    const support::temporary_directory home;
    const pid_t child = support::start_process(
        {.command = {support::find_program("sleep"), "60"}, .output = home / "log"});
    REQUIRE_FALSE(support::await_end(child, std::chrono::milliseconds(5)));
    support::end_process(child, SIGTERM, std::chrono::seconds(5));
    REQUIRE(::kill(child, 0) == -1);
}

TEST_CASE("a child does not outlive the thread that started it")
{
    const support::temporary_directory home;
    const auto sleep = support::find_program("sleep").string();
    pid_t child = 0;
    std::thread([&] {
        child = support::start_process({.command = {sleep, "60"}, .output = home / "log"});
    }).join();
    const auto status = support::await_end(child, std::chrono::seconds(5));
    REQUIRE(status);
    REQUIRE(WTERMSIG(*status) == SIGKILL);
}

TEST_CASE("a command that cannot be run is refused at the start, with the reason")
{
    const support::temporary_directory home;
    REQUIRE_THROWS_WITH(
        support::start_process({.command = {(home / "absent").string()}, .output = home / "log"}),
        Catch::Matchers::Contains("absent: No such file"));
}
