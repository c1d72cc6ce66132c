// A database that the program wrote before its nouns were described: opened, read and gone on with.
#include "tests/scenarios/support/plan_life.hpp"
#include <boost/json/parse.hpp>
#include <chrono>
#include <fstream>
#include <sqlite3.h>
#include <sstream>

using namespace scenarios;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

const fs::path kept = fs::path(RAMPUNG_SOURCE_DIR) / "tests/data/former";
constexpr const char* day = "2026-04-10";

std::string text_in(const fs::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

void write_database(const fs::path& file)
{
    for (const char* end : {"", "-wal", "-shm"}) fs::remove(file.string() + end);
    sqlite3* opened = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &opened) == SQLITE_OK);
    const int status =
        sqlite3_exec(opened, text_in(kept / "database.dump").c_str(), nullptr, nullptr, nullptr);
    sqlite3_close(opened);
    REQUIRE(status == SQLITE_OK);
}

std::string verified(const running_rampung& program)
{
    return run_rampung({"verify", "--database", program.database_url()}).output;
}

// What is told now without the members that the former program did not tell yet.
json::value as_then(const json::value& now, const json::value& then)
{
    if (now.is_array() && then.is_array() && now.as_array().size() == then.as_array().size()) {
        json::array out;
        for (std::size_t i = 0; i < now.as_array().size(); ++i)
            out.push_back(as_then(now.as_array()[i], then.as_array()[i]));
        return out;
    }
    if (!now.is_object() || !then.is_object()) return now;
    json::object out;
    for (const auto& [name, value] : now.as_object())
        if (const json::value* told = then.as_object().if_contains(name))
            out[name] = as_then(value, *told);
    return out;
}

} // namespace

TEST_CASE("a database of the former program opens, verifies, shows the same tasks and goes on")
{
    running_rampung program("demo", backend::sqlite, {"--date", day});
    program.stop();
    write_database(program.data() / "rampung.db");
    for (const char* name : {"accounts.json", "installation"})
        fs::copy_file(kept / name, program.data() / name, fs::copy_options::overwrite_existing);
    run_rampung({"migrate", "--database", program.database_url()});
    CHECK(verified(program).starts_with("All is as it was decided: 4 plans, 128 events"));
    // The moment at which the inboxes were read.
    set_demo_clock(program.data(), day,
                   std::chrono::sys_days(std::chrono::year(2026) / 4 / 10) + 1h + 30min);
    program.start();

    const json::value inboxes = json::parse(text_in(kept / "inboxes.json"));
    std::vector<std::pair<account, std::string>> heads; // with a review that waits for them
    for (const account& each : read_accounts(program.data())) {
        INFO(each.username);
        person reader(program.port(), each.username, each.password);
        const json::array listed = reader.all("/inbox");
        const json::value& then = inboxes.at(each.username);
        CHECK(as_then(listed, then) == then);
        for (const json::value& item : listed)
            if (text(item, "resource") == "reviews") heads.emplace_back(each, text(item, "id"));
    }
    REQUIRE_FALSE(heads.empty());
    for (const auto& [head, review] : heads)
        person(program.port(), head.username, head.password).done("reviews", review, "confirm");
    CHECK(verified(program).starts_with("All is as it was decided: 4 plans, 13"));
}
