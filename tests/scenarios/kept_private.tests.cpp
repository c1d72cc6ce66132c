// What other accounts of the machine can learn: files of the program, and its words in the list of
// processes.
#include "tests/scenarios/support/running_rampung.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"
#include <csignal>
#include <fstream>
#include <sstream>
#include <sys/stat.h>
#include <sys/wait.h>

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using scenarios::backend;
using scenarios::running_rampung;

namespace {

using words = std::vector<std::string>;

// Everything below the directory whose mode lets others in, or all of it; with its mode.
words open_to_others(const fs::path& data)
{
    words out;
    for (const auto& entry : fs::recursive_directory_iterator(data)) {
        struct stat now {};
        REQUIRE(::lstat(entry.path().c_str(), &now) == 0);
        if ((now.st_mode & 077) == 0) continue;
        std::ostringstream told;
        told << entry.path().lexically_relative(data).string() << " " << std::oct
             << (now.st_mode & 0777);
        out.push_back(told.str());
    }
    return out;
}

void write(const fs::path& file, const std::string& text)
{
    std::ofstream(file) << text;
}

std::string text_of(const fs::path& file)
{
    std::ostringstream out;
    out << std::ifstream(file).rdbuf();
    return out.str();
}

// With nothing of the caller's environment but the given.
pid_t start_rampung(const words& environment, const words& given, const fs::path& output)
{
    words all{"/usr/bin/env", "-i"};
    all.insert(all.end(), environment.begin(), environment.end());
    all.push_back(RAMPUNG_BINARY);
    all.insert(all.end(), given.begin(), given.end());
    return support::start_process({all, output});
}

struct told {
    int code;
    std::string said;
};
told run(const words& environment, const words& given)
{
    const support::temporary_directory here("rampung-verb");
    const auto child = start_rampung(environment, given, here / "output");
    const auto status = support::await_end(child, 60s);
    if (!status) support::end_process(child, SIGKILL, 1s);
    return {status ? WEXITSTATUS(*status) : -1, text_of(here / "output")};
}

// Verbs that need a database, each with what else it needs.
const words verbs[]{
    {"migrate"},
    {"user", "add-administrator", "--username", "root", "--name", "Root", "--region", "00"},
    {"verify"},
    {"user", "reset", "--username", "root"},
    {"user", "set-second-factor", "--username", "root"},
    {"token", "create", "--username", "root", "--name", "a"},
    {"token", "list", "--username", "root"},
    {"rehearse", "--year", "2026"},
    {"rehearse", "--year", "2026", "--region", "62", "--format", "json"},
};

} // namespace

TEST_CASE("nobody but the owner can open a file of the program, the database least of all")
{
    const mode_t before = ::umask(0022); // as accounts have it
    running_rampung demo("demo", backend::sqlite, {"--date", "2026-03-10"});
    for (const char* name : {"rampung.db", "rampung.db-wal", "rampung.db-shm", "accounts.json"})
        CHECK(fs::exists(demo.data() / name));
    CHECK(open_to_others(demo.data()) == words{});
    demo.stop();
    ::umask(before);
}

TEST_CASE("a directory that others could read is closed to them at the next start")
{
    const mode_t before = ::umask(0022);
    running_rampung server("serve", backend::sqlite);
    server.stop();
    const fs::path data = server.data();
    write(data / "security.log", "{}\n");
    write(data / "security.log.1", "{}\n");
    write(data / "accounts.json", "[]\n");
    write(data / "rampung.db.yesterday", "a copy");
    fs::create_directories(data / "mail");
    fs::create_directories(data / "files");
    for (const auto& entry : fs::directory_iterator(data))
        fs::permissions(entry, entry.is_directory() ? fs::perms(0755) : fs::perms(0644));
    server.start();
    CHECK(fs::exists(data / "rampung.db-wal"));
    CHECK(open_to_others(data) == words{});
    server.stop();
    ::umask(before);
}

TEST_CASE("a database of its own that lies elsewhere is closed to others by any verb that opens it")
{
    const support::temporary_directory place("rampung-private");
    const auto file = place / "own.db";
    REQUIRE(run({}, {"migrate", "--database", "sqlite://" + file.string()}).code == 0);
    CHECK(open_to_others(place.path()) == words{});
    fs::permissions(file, fs::perms(0644));
    REQUIRE(run({}, {"migrate", "--database", "sqlite://" + file.string()}).code == 0);
    CHECK(open_to_others(place.path()) == words{});
}

TEST_CASE("every verb takes its database from the environment, and from a file")
{
    const support::temporary_directory place("rampung-private");
    const std::string url = "sqlite://" + (place / "own.db").string();
    write(place / "all.toml", "database = \"" + url + "\"\nlisten = \"127.0.0.1:0\"\n");
    const words file{"--config", (place / "all.toml").string()};
    for (const words& verb : verbs)
        for (const bool in_environment : {true, false}) {
            auto given = verb;
            if (!in_environment) given.insert(given.end(), file.begin(), file.end());
            if (!in_environment && given[1] == "add-administrator") given[3] = "second";
            CAPTURE(given, in_environment);
            const auto [code, said] =
                run(in_environment ? words{"RAMPUNG_DATABASE=" + url} : words{}, given);
            CAPTURE(said);
            CHECK(code == 0);
        }
    for (const words& verb : std::vector<words>{{"import"}, {"token", "revoke"}, {"serve"}}) {
        auto asked = verb;
        asked.push_back("--help");
        const auto help = run({}, asked);
        CHECK_THAT(help.said, Catch::Contains("RAMPUNG_DATABASE"));
        CHECK_THAT(help.said, Catch::Contains("--config"));
    }
    const auto nowhere = run({}, {"verify"});
    CHECK(nowhere.code == 2);
    CHECK_THAT(nowhere.said, Catch::Contains("--database"));
    const auto misspelled = run({}, {"verify", "--config", (place / "none.toml").string()});
    CHECK(misspelled.code == 2);
}

TEST_CASE("the command line wins over the file, and the file over the environment")
{
    const support::temporary_directory place("rampung-private");
    const auto url = [&](const char* name) { return "sqlite://" + (place / name).string(); };
    write(place / "all.toml", "database = \"" + url("file.db") + "\"\n");
    const words environment{"RAMPUNG_DATABASE=" + url("environment.db")};
    const words file{"migrate", "--config", (place / "all.toml").string()};
    REQUIRE(run(environment, file).code == 0);
    CHECK(fs::exists(place / "file.db"));
    CHECK(!fs::exists(place / "environment.db"));
    auto line = file;
    line.insert(line.end(), {"--database", url("line.db")});
    fs::remove(place / "file.db");
    REQUIRE(run(environment, line).code == 0);
    CHECK(fs::exists(place / "line.db"));
    CHECK(!fs::exists(place / "file.db"));
}

TEST_CASE("a password that came from the environment is not in the list of processes")
{
    const support::temporary_directory place("rampung-private");
    const std::string url = "sqlite://" + (place / "own.db").string();
    const auto child = start_rampung({"RAMPUNG_DATABASE=" + url},
                                     {"serve", "--listen", "127.0.0.1:0", "--data",
                                      (place / "data").string(), "--insecure-cookies"},
                                     place / "output");
    const auto until = std::chrono::steady_clock::now() + 60s;
    while (text_of(place / "output").find("Listening") == std::string::npos) {
        REQUIRE(std::chrono::steady_clock::now() < until);
        REQUIRE(!support::await_end(child, 5ms).has_value());
    }
    const auto seen = text_of("/proc/" + std::to_string(child) + "/cmdline");
    CHECK_THAT(seen, Catch::Contains("serve"));
    CHECK_THAT(seen, !Catch::Contains("own.db"));
    support::end_process(child, SIGTERM, 20s);
}
