// The verb itself: its sentence, its exit codes, and that it makes nothing.
#include "definitions/catalog.hpp"
#include "definitions/kinds.hpp"
#include "persistence/nouns/documents.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/nouns/world_store.hpp"
#include "persistence/sql/migrate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/process.hpp"
#include "tests/support/temporary_directory.hpp"
#include "workflow/things/digest.hpp"
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sys/wait.h>

namespace {

namespace fs = std::filesystem;

struct installation {
    installation()
    {
        persistence::migrate(store);
        store.write([&](persistence::unit_of_work& unit) { fill(unit); });
        fs::create_directories(file().parent_path());
        std::ofstream(file()) << bytes;
    }

    void fill(persistence::unit_of_work& unit)
    {
        persistence::register_regions(
            unit, {{.code = "00", .name = "Nasional", .zone = "Asia/Jakarta"},
                   {.code = "62", .name = "Kalimantan Tengah", .zone = "Asia/Jakarta"}});
        workflow::plan head;
        head.id = "plan-1";
        head.kind = "rad_pks";
        head.region = "62";
        head.year = 2026;
        head.title = "Rencana";
        REQUIRE(persistence::insert_plan(unit, head, {"ani", "Ani"}).has_value());
        const workflow::kind_registry kinds(definitions::built_in_kinds(), definitions::load_kind);
        persistence::world_store worlds({unit, kinds, [] { return std::string("new"); }});
        const auto fresh = worlds.load_plan(head.id, workflow::parts::whole);
        workflow::principal ani;
        ani.user = {"ani", "Ani"};
        auto begun = workflow::begin_plan({&definitions::catalog(), {}}, *fresh, ani);
        worlds.save(*fresh, begun);
        persistence::document scan;
        scan.id = "scan";
        scan.plan = head.id;
        scan.size = static_cast<std::int64_t>(bytes.size());
        scan.sha256 = digest;
        persistence::insert_document(unit, scan);
    }

    void execute(const std::string& statement)
    {
        store.administer([&](soci::session& sql) { sql << statement; });
    }
    fs::path file() const { return place.path() / "files" / digest.substr(0, 2) / digest; }
    std::string url() const { return "sqlite://" + (place.path() / "rampung.db").string(); }

    support::temporary_directory place{"rampung-verify"};
    std::string bytes{"the decree"};
    std::string digest{workflow::sha256_hex(bytes)};
    persistence::database store{url(), {.clock = [] { return workflow::instant{}; }}};
};

struct said {
    int code{};
    std::string text;
};

said verify(const fs::path& log, const std::string& url, const std::string& data = {})
{
    std::vector<std::string> command{RAMPUNG_BINARY, "verify", "--database", url};
    if (!data.empty()) command.insert(command.end(), {"--data", data});
    fs::remove(log);
    const auto child = support::start_process({.command = command, .output = log});
    const auto status = support::await_end(child, std::chrono::seconds(20));
    REQUIRE(status.has_value());
    std::ifstream from(log);
    return {WEXITSTATUS(*status), {std::istreambuf_iterator<char>(from), {}}};
}

} // namespace

TEST_CASE("verify says yes beside a running writer, and no naming plan and seq")
{
    installation here;
    const auto log = here.place.path() / "log";
    CHECK(verify(log, here.url(), here.place.path()).code == 0);
    here.execute("UPDATE events SET by_user = 'budi' WHERE stream = 'plan-1'");
    const auto no = verify(log, here.url());
    CHECK(no.code == 1);
    CHECK(no.text.rfind("plan plan-1 seq 1: column by_user says 'budi'", 0) == 0);
    CHECK(std::count(no.text.begin(), no.text.end(), '\n') == 1);
}

TEST_CASE("verify with a data directory finds a file that is missing, cut or changed")
{
    installation here;
    const auto log = here.place.path() / "log";
    const auto verdict = [&] { return verify(log, here.url(), here.place.path()); };
    std::ofstream(here.file()) << "the decreX";
    CHECK(verdict().text.find("do not hash") != std::string::npos);
    std::ofstream(here.file()) << "the";
    CHECK(verdict().text.find("its file has 3") != std::string::npos);
    fs::remove(here.file());
    const auto missing = verdict();
    CHECK(missing.code == 1);
    CHECK(missing.text.find("document scan") != std::string::npos);
    CHECK(missing.text.find("is missing") != std::string::npos);
    here.execute("UPDATE documents SET sha256 = '../../etc/passwd'");
    CHECK(verdict().text.find("names no digest") != std::string::npos);
    CHECK(verify(log, here.url()).code == 0); // only what the database says of itself
}

TEST_CASE("verify tells of how many plans, events and accounts it speaks, and when the last was")
{
    installation here;
    here.execute("INSERT INTO users(id, version, username, name, locale, region, password_hash, "
                 "activation_hash, activation_until, disabled, totp_secret, totp_last_step) "
                 "VALUES ('ani', 1, 'ani', 'Ani', 'id', '62', '', '', 0, 0, '', 0)");
    CHECK(verify(here.place.path() / "log", here.url()).text ==
          "All is as it was decided: 1 plans, 1 events, 1 accounts; the last event is of "
          "1970-01-01T00:00:00Z.\n");
}

TEST_CASE("verify says no to a copy that was made without its log, and to what is none of ours")
{
    support::temporary_directory place("rampung-verify");
    const auto log = place.path() / "log";
    const auto at = [&](const char* name) { return place.path() / name; };
    const auto verdict = [&](const char* name) {
        const auto bytes = fs::file_size(at(name));
        const auto said = verify(log, "sqlite://" + at(name).string());
        CHECK(said.text.find("All is as") == std::string::npos);
        CHECK(fs::file_size(at(name)) == bytes);
        return said;
    };
    std::ofstream(at("empty.db")) << "";
    CHECK(verdict("empty.db").code == 3);
    std::ofstream(at("text.db")) << "This is no database, but a letter to the office.";
    CHECK(verdict("text.db").code == 3);

    installation here; // at work: what it has stored last stands in its log alone
    fs::copy_file(here.place.path() / "rampung.db", at("copy.db"));
    CHECK(verdict("copy.db").code == 3);

    const auto url_of = [&](const char* name) { return "sqlite://" + at(name).string(); };
    {
        persistence::database fresh(url_of("fresh.db"),
                                    {.clock = [] { return workflow::instant{}; }});
        persistence::migrate(fresh);
    }
    const auto nothing = verdict("fresh.db");
    CHECK(nothing.code == 1);
    CHECK(nothing.text.find("0 plans, 0 events, 0 accounts") != std::string::npos);
    {
        persistence::database other(url_of("other.db"),
                                    {.clock = [] { return workflow::instant{}; }});
        other.administer([](soci::session& sql) { sql << "CREATE TABLE letters (id BIGINT)"; });
    }
    CHECK(verdict("other.db").code == 3);
}

TEST_CASE("verify says what it could not reach, and makes nothing")
{
    installation here;
    const auto log = here.place.path() / "log";
    const auto nowhere = here.place.path() / "nowhere.db";
    CHECK(verify(log, "sqlite://" + nowhere.string()).code == 3);
    CHECK_FALSE(fs::exists(nowhere));
    CHECK(verify(log, "mysql://root@127.0.0.1:1/none").code == 3);
    CHECK(verify(log, here.url(), nowhere).code == 3);
    CHECK(verify(log, "postgres://x").code == 2);
    CHECK(verify(log, "sqlite::memory:").code == 2);
    here.execute("DELETE FROM schema_migrations WHERE number = 3");
    CHECK(verify(log, here.url()).code == 3);
}
