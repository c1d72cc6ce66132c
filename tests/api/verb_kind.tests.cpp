// What `rampung kind` says and answers, and what `serve --check` finds in the way of a start.
#include "api/verbs/service.hpp"
#include "api/verbs/verbs.hpp"
#include "definitions/kinds.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/sql/migrate.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/overheard.hpp"
#include "tests/support/temporary_directory.hpp"
#include <algorithm>
#include <fstream>

namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string test_kind(const std::string& file)
{
    return contents(RAMPUNG_SOURCE_DIR "/tests/data/kind_files/" + file);
}

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    text.replace(text.find(from), from.size(), to);
    return text;
}

void write(const fs::path& path, const std::string& text)
{
    std::ofstream(path) << text;
}

api::service_settings settings_for(const fs::path& place)
{
    api::service_settings settings;
    settings.database_url = "sqlite://" + (place / "rampung.db").string();
    settings.data = place / "data";
    settings.kinds_directory = place / "kinds";
    settings.clock = [] { return workflow::instant{}; };
    fs::create_directories(settings.kinds_directory);
    return settings;
}

bool says(const std::vector<std::string>& sentences, const std::string& words)
{
    return std::any_of(sentences.begin(), sentences.end(),
                       [&](const auto& each) { return each.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("a new kind's file is accepted by the check, and is never written over")
{
    const support::temporary_directory place("rampung-kind");
    const support::overheard said;
    CHECK(api::new_kind("rad_baru", place.path()) == api::done);
    const auto first = contents(place / "rad_baru.json");
    CHECK(api::check_kinds(place.path()) == api::done);
    CHECK(said.out.str().find("rad_baru.json: rad_baru version 1: 1 year, 4 periods, 3 phases, "
                              "2 stages\n") != std::string::npos);
    write(place / "rad_baru.json", first + "\n");
    CHECK(api::new_kind("rad_baru", place.path()) == api::usage_error);
    CHECK(contents(place / "rad_baru.json") == first + "\n");
    CHECK(said.err.str().find("found one; choose another name") != std::string::npos);
}

TEST_CASE("a name that is none, that is taken, and a directory that is not there make no file")
{
    const support::temporary_directory place("rampung-kind");
    const support::overheard said;
    for (const auto* name : {"Rad Baru", "schema", "", "../rad", "rad_pks"})
        CHECK(api::new_kind(name, place.path()) == api::usage_error);
    CHECK(api::new_kind("rad_baru", place / "nowhere") == api::unreachable);
    CHECK(fs::is_empty(place.path()));
}

TEST_CASE("the check prints every mistake of every file and answers no")
{
    const support::temporary_directory place("rampung-kind");
    write(place / "rad_bulanan.json",
          replaced(test_kind("rad_bulanan.json"), R"("role": "sahli")", R"("role": "sahly")"));
    write(place / "rad_dua_tahun.json",
          replaced(test_kind("rad_dua_tahun.json"), R"("years": 2)", R"("years": 1)"));
    write(place / "rad_triwulan.json", test_kind("rad_triwulan.json"));
    write(place / "notes.md", "notes");
    const support::overheard said;
    CHECK(api::check_kinds(place.path()) == api::answer_is_no);
    const auto out = said.out.str();
    CHECK(out.find("rad_bulanan.json, line 23, at \"/approval_chain/0/role\": ") !=
          std::string::npos);
    CHECK(out.find("rad_dua_tahun.json, line 6, at \"/periods\": ") != std::string::npos);
    CHECK(out.find("rad_triwulan.json: rad_triwulan version 1: ") != std::string::npos);
    CHECK(out.find("notes.md: passed over") != std::string::npos);
    CHECK(said.err.str().find("found 2 mistakes") != std::string::npos);
}

TEST_CASE("a directory without kinds, and none at all, are no right kinds")
{
    const support::temporary_directory place("rampung-kind");
    const support::overheard said;
    CHECK(api::check_kinds(place.path()) == api::answer_is_no);
    CHECK(api::check_kinds(place / "nowhere") == api::unreachable);
}

TEST_CASE("the schema is printed as it is served")
{
    const support::overheard said;
    CHECK(api::print_kind_schema() == api::done);
    CHECK(said.out.str() == definitions::kind_schema());
}

TEST_CASE("everything in the way of a start is told at once, and nothing is made by looking")
{
    const support::temporary_directory place("rampung-check");
    auto settings = settings_for(place.path());
    CHECK(api::obstacles_to(settings).empty());
    settings.listen = "here";
    settings.smtp_url = "http://relay.example";
    write(place / "data", "a file");
    write(settings.kinds_directory / "rad_bulanan.json",
          replaced(test_kind("rad_bulanan.json"), R"("colour": "hijau")", R"("colour": "hijua")"));
    const auto found = api::obstacles_to(settings);
    CHECK(found.size() == 4);
    CHECK(says(found, "--listen as address:port, found here"));
    CHECK(says(found, "smtp"));
    CHECK(says(found, "found a file"));
    CHECK(says(found, "did you mean \"hijau\"?"));
    CHECK_FALSE(fs::exists(place / "rampung.db"));
    settings.database_url = "postgres://nobody";
    CHECK(api::obstacles_to(settings).size() == 5);
}

TEST_CASE("a kind that says something else than plans were made with is in the way of a start")
{
    const support::temporary_directory place("rampung-check");
    const auto settings = settings_for(place.path());
    const auto text = test_kind("rad_bulanan.json");
    {
        persistence::database store(settings.database_url, {.clock = settings.clock});
        persistence::migrate(store);
        store.write([&](persistence::unit_of_work& unit) {
            persistence::keep_kind(unit, definitions::load_kind("rad_bulanan.json", text));
        });
    }
    write(settings.kinds_directory / "rad_bulanan.json", "\n" + text);
    CHECK(api::obstacles_to(settings).empty());
    write(settings.kinds_directory / "rad_bulanan.json",
          replaced(text, "[-3, -1, 1]", "[-4, -1, 1]"));
    const auto found = api::obstacles_to(settings);
    REQUIRE(found.size() == 1);
    CHECK(says(found, "rad_bulanan, version 1, is not what plans were made with: it differs in "
                      "ladder;"));
}
