// How soon a server on an empty database answers, and what it holds in memory while nobody asks.
#include "tests/bench/measure.hpp"
#include "tests/bench/served.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temporary_directory.hpp"
#include <csignal>
#include <filesystem>
#include <fstream>

namespace bench {
namespace {

double resident_megabytes(pid_t process)
{
    std::ifstream from("/proc/" + std::to_string(process) + "/status");
    for (std::string word; from >> word;)
        if (word == "VmRSS:") {
            double kilobytes = 0;
            from >> kilobytes;
            return kilobytes / 1024;
        }
    return 0;
}

} // namespace

std::vector<line> processes(const sizes&)
{
    constexpr std::chrono::seconds patience{10};
    support::temporary_directory place("rampung-bench");
    const auto url = "sqlite://" + (place.path() / "rampung.db").string();
    const auto log = place.path() / "log";
    const auto migrating = support::start_process(
        {.command = {RAMPUNG_BINARY, "migrate", "--database", url}, .output = log});
    if (!support::await_end(migrating, patience)) return {};
    const auto began = clock::now();
    const auto server =
        support::start_process({.command = {RAMPUNG_BINARY, "serve", "--database", url, "--data",
                                            place.path().string(), "--listen", "127.0.0.1:0"},
                                .output = log});
    (void)ready_port(server, log);
    const std::chrono::duration<double, std::milli> took = clock::now() - began;
    support::await_end(server, std::chrono::milliseconds(500)); // until it has come to rest
    const double idle = resident_megabytes(server);
    support::end_process(server, SIGTERM, patience);
    return {{"serve on an empty database: start to ready", took.count(), 0, "ms", 1000, true},
            {"serve idle: resident memory", idle, 0, "MB", 100, true}};
}

} // namespace bench
