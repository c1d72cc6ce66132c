#pragma once
// The real program as a child process: its own data directory, its own database, a free port of
// the loopback that stays the same over restarts.
#include "tests/support/http_client.hpp"
#include "tests/support/temporary_directory.hpp"
#include <string>
#include <sys/types.h>
#include <vector>

namespace scenarios {

// Every story is told on both; GENERATE(each_database()).
enum class backend { sqlite, mariadb };
const char* name_of(backend);

struct program_end {
    int exit_code{}; // -1: ended by a signal
    std::string output;
};
// Runs a verb to its end; a verb that outlives a minute is killed.
program_end run_rampung(std::vector<std::string> arguments);

// Started and ended by the main thread only; client() by any.
class running_rampung {
public:
    // `verb` is demo or serve. Starts at once and returns when /readyz is 200.
    running_rampung(std::string verb, backend, std::vector<std::string> options = {});
    ~running_rampung();
    running_rampung(const running_rampung&) = delete;
    running_rampung& operator=(const running_rampung&) = delete;

    void
    start();     // throws std::runtime_error with what the program printed when it does not come up
    void stop(); // SIGTERM; its exit code must be 0
    void kill(); // SIGKILL

    unsigned short port() const { return port_; }
    support::http_client client() const { return support::http_client(port_); }
    std::filesystem::path data() const { return home_ / "data"; }
    const std::string& database_url() const { return database_; }
    std::string printed() const; // by this start and those before
    bool runs() const { return process_ > 0; }

private:
    std::vector<std::string> command() const;
    void await_port();
    void await_ready();
    [[noreturn]] void give_up(const std::string& what);

    support::temporary_directory home_{"rampung-scenario"};
    std::string verb_;
    std::string database_;
    std::vector<std::string> options_;
    std::size_t printed_before_{};
    unsigned short port_{};
    pid_t process_{-1};
};

} // namespace scenarios
