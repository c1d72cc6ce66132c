// A database that the program wrote before its nouns were described: opened, read and gone on with.
#include "tests/scenarios/support/plan_life.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <fstream>
#include <sqlite3.h>
#include <sstream>

using namespace scenarios;
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

// The demo's clock goes on from the moment at which the inboxes were read.
void set_clock(const fs::path& data)
{
    using namespace std::chrono;
    const auto read_at = sys_days(year(2026) / April / 10) + 1h + 30min;
    // tidy allows one_clock: what is told to another program, as its own file has it
    const auto offset = duration_cast<microseconds>(read_at - system_clock::now()).count();
    std::ofstream(data / "demo.json")
        << json::serialize(json::object{{"date", day}, {"offset", offset}});
}

std::string verified(const running_rampung& program)
{
    return run_rampung({"verify", "--database", program.database_url()}).output;
}

} // namespace

TEST_CASE("a database of the former program opens, verifies, shows the same tasks and goes on")
{
    running_rampung program("demo", backend::sqlite, {"--date", day});
    program.stop();
    write_database(program.data() / "rampung.db");
    for (const char* name : {"accounts.json", "installation"})
        fs::copy_file(kept / name, program.data() / name, fs::copy_options::overwrite_existing);
    CHECK(verified(program).starts_with("All is as it was decided: 4 plans, 128 events"));
    set_clock(program.data());
    program.start();

    const json::value inboxes = json::parse(text_in(kept / "inboxes.json"));
    std::vector<std::pair<account, std::string>> heads; // with a review that waits for them
    for (const account& each : read_accounts(program.data())) {
        INFO(each.username);
        person reader(program.port(), each.username, each.password);
        const json::array listed = reader.all("/inbox");
        CHECK(listed == inboxes.at(each.username).as_array());
        for (const json::value& item : listed)
            if (text(item, "resource") == "reviews") heads.emplace_back(each, text(item, "id"));
    }
    REQUIRE_FALSE(heads.empty());
    for (const auto& [head, review] : heads)
        person(program.port(), head.username, head.password).done("reviews", review, "confirm");
    CHECK(verified(program).starts_with("All is as it was decided: 4 plans, 13"));
}
