// Waits for what the program itself says: its address, /readyz, its end.
#include "tests/scenarios/support/running_rampung.hpp"
#include "tests/support/mariadb_server.hpp"
#include "tests/support/process.hpp"
#include <csignal>
#include <fstream>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <sys/wait.h>

namespace scenarios {
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

constexpr auto start_most = 120s; // a cold demo on a busy machine
constexpr auto stop_most = 20s;
constexpr auto look_again = 5ms;

std::string text_of(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

int exit_code_of(int status)
{
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

const char* name_of(backend which)
{
    return which == backend::sqlite ? "SQLite" : "MariaDB";
}

program_end run_rampung(std::vector<std::string> arguments)
{
    const support::temporary_directory here("rampung-verb");
    arguments.insert(arguments.begin(), RAMPUNG_BINARY);
    const pid_t child = support::start_process({std::move(arguments), here / "output"});
    const auto status = support::await_end(child, 60s);
    if (!status) support::end_process(child, SIGKILL, 1s);
    return {status ? exit_code_of(*status) : -1, text_of(here / "output")};
}

running_rampung::running_rampung(std::string verb, backend which, std::vector<std::string> options)
    : verb_(std::move(verb)), options_(std::move(options))
{
    std::filesystem::create_directory(data());
    database_ = which == backend::sqlite
                    ? "sqlite://" + (data() / "rampung.db").string()
                    : support::mariadb_server::of_this_program().fresh_database();
    start();
}

running_rampung::~running_rampung()
{
    if (runs()) support::end_process(process_, SIGTERM, stop_most);
}

std::vector<std::string> running_rampung::command() const
{
    std::vector<std::string> words{
        RAMPUNG_BINARY, verb_,           "--listen",   "127.0.0.1:" + std::to_string(port_),
        "--data",       data().string(), "--database", database_};
    words.insert(words.end(), options_.begin(), options_.end());
    return words;
}

void running_rampung::start()
{
    printed_before_ = printed().size();
    process_ = support::start_process({command(), home_ / "output"});
    await_port();
    await_ready();
}

void running_rampung::await_port()
{
    static const std::regex says(R"((?:http://[0-9.]+:|on port )(\d+))");
    const auto until = steady_clock::now() + start_most;
    std::smatch found;
    for (std::string said; steady_clock::now() < until;) {
        said = printed().substr(printed_before_);
        const auto whole_lines = said.substr(0, said.rfind('\n') + 1);
        if (std::regex_search(whole_lines, found, says)) {
            port_ = static_cast<unsigned short>(std::stoi(found[1]));
            return;
        }
        if (support::await_end(process_, look_again)) {
            process_ = -1;
            give_up("it ended");
        }
    }
    give_up("it named no port");
}

void running_rampung::await_ready()
{
    const auto until = steady_clock::now() + start_most;
    auto asks = client();
    while (steady_clock::now() < until) {
        try {
            if (asks.get("/readyz").status == 200) return;
        } catch (const std::runtime_error&) { // not listening yet
        }
        if (support::await_end(process_, look_again)) {
            process_ = -1;
            give_up("it ended");
        }
    }
    give_up("/readyz never was 200");
}

void running_rampung::give_up(const std::string& what)
{
    const std::string said = printed();
    if (runs()) kill();
    throw std::runtime_error("expected `rampung " + verb_ + "` to come up, but " + what +
                             "; it printed:\n" + said);
}

void running_rampung::stop()
{
    ::kill(process_, SIGTERM);
    const auto status = support::await_end(process_, stop_most);
    if (!status) give_up("it did not stop");
    process_ = -1;
    if (exit_code_of(*status) != 0) give_up("it stopped with a fault");
}

void running_rampung::kill()
{
    support::end_process(process_, SIGKILL, stop_most);
    process_ = -1;
}

std::string running_rampung::printed() const
{
    return text_of(home_ / "output");
}

} // namespace scenarios
