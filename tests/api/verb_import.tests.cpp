// The office's own spreadsheet, taken in on the command line.
#include "api/verbs/verbs.hpp"
#include "persistence/nouns/agencies.hpp"
#include "persistence/sql/database.hpp"
#include "persistence/sql/statement.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/overheard.hpp"
#include "tests/support/temporary_directory.hpp"
#include <fstream>
#include <sstream>

using namespace std::chrono_literals;
using support::overheard;

namespace {

const std::string good = "No,Tahap,Rencana Aksi,Penanggung Jawab,Target B04,Satuan\n"
                         "1,Pencegahan Konflik,Pelatihan,DINKES,10,orang\n"
                         "2,Pencegahan Konflik,Mediasi,DINKES,2,kasus\n";

struct world {
    support::temporary_directory data;
    api::database_at database{"sqlite:///" + (data / "rampung.db").string(), [] {
                                  return workflow::instant{std::chrono::sys_days{2026y / 4 / 24}};
                              }};
    world()
    {
        overheard said;
        REQUIRE(api::migrate(database) == api::done);
        persistence::database store(database.url, {.clock = database.clock});
        store.write([](persistence::unit_of_work& unit) {
            persistence::insert_agency(unit, {.id = "a-health",
                                              .region = "62",
                                              .name = "Dinas Kesehatan",
                                              .short_name = "DINKES",
                                              .kind = "opd",
                                              .valid_from = 2020y / 1 / 1});
        });
    }
    std::filesystem::path file(const std::string& content, const std::string& name = "rad.csv")
    {
        std::ofstream(data / name, std::ios::binary) << content;
        return data / name;
    }
    int take_in(const std::filesystem::path& file, bool check_only = false,
                const std::string& region = "62")
    {
        return api::import_file(database, {"rad_pks", region, 2026, file, check_only});
    }
    // A kind that no binary has, in a directory of its own.
    std::filesystem::path further_kinds()
    {
        const auto directory = data / "kinds";
        std::filesystem::create_directory(directory);
        std::ifstream built_in(std::filesystem::path(RAMPUNG_SOURCE_DIR) /
                               "definitions/kinds/rad_pks.json");
        std::ostringstream text;
        text << built_in.rdbuf();
        auto json = text.str();
        const std::string name = "\"rad_pks\"";
        json.replace(json.find(name), name.size(), "\"rad_kota\"");
        std::ofstream(directory / "rad_kota.json") << json;
        return directory;
    }
    std::int64_t count(persistence::fixed_text select)
    {
        persistence::database store(database.url, {.clock = database.clock});
        return store.read([&](persistence::unit_of_work& unit) {
            return persistence::one_number({unit, select});
        });
    }
    std::int64_t plans() { return count("SELECT COUNT(*) FROM plans"); }
    std::int64_t actions() { return count("SELECT COUNT(*) FROM actions"); }
};

} // namespace

TEST_CASE("a sheet makes the draft it needs, and a second run replaces its rows")
{
    world here;
    overheard said;
    CHECK(here.take_in(here.file(good)) == api::done);
    CHECK(here.take_in(here.file(good)) == api::done);
    const std::string told = said.out.str();
    CHECK(told.find("\n2 actions: 2 new, 0 replaced\n") != std::string::npos);
    CHECK(told.ends_with("\n2 actions: 0 new, 2 replaced\n"));
    CHECK(said.err.str().empty());
    CHECK(here.plans() == 1);
    CHECK(here.actions() == 2);
}

TEST_CASE("a check tells the same and saves nothing, not even the plan")
{
    world here;
    overheard said;
    CHECK(here.take_in(here.file(good), true) == api::done);
    CHECK(said.out.str().find("2 new") != std::string::npos);
    CHECK(here.plans() == 0);
}

TEST_CASE("a check says sheet, header row, columns, rows left out and the sum of cells")
{
    world here;
    overheard said;
    auto sheet = good + "Jumlah,,,,12,\n";
    sheet.replace(sheet.find("Satuan"), 6, "Ukuran");
    CHECK(here.take_in(here.file(sheet), true) == api::done);
    const std::string told = said.out.str();
    CHECK(told.starts_with("Sheet CSV: read, header in row 1, 20 cells with content.\n"));
    CHECK(told.find("Column E \"Target B04\": used, 2 cells.\n") != std::string::npos);
    CHECK(told.find("Column F \"Ukuran\": NOT used, 2 cells.\n") != std::string::npos);
    CHECK(told.find("Row 4 \"Jumlah\" left out, 2 cells: A row of totals.\n") != std::string::npos);
    CHECK(told.find("Cells with content: 20; used 10, headings 6, in columns not used 2, in rows "
                    "left out 2, on sheets not read 0.\n") != std::string::npos);
}

TEST_CASE("problems are a table of row, column and sentence, and the answer is no")
{
    world here;
    overheard said;
    auto bad = good;
    bad.replace(bad.find("DINKES"), 6, "DINAS X");
    CHECK(here.take_in(here.file(bad)) == api::answer_is_no);
    CHECK(said.out.str().find("2     Penanggung Jawab") != std::string::npos);
    CHECK(said.out.str().find("DINAS X") != std::string::npos);
    CHECK(said.err.str().find("1 problems") != std::string::npos);
    CHECK(here.plans() == 0);
    CHECK(here.take_in(here.file("a,b", "rad.xlsx")) == api::answer_is_no);
}

TEST_CASE("what cannot be meant is usage, and what cannot be read is unreachable")
{
    world here;
    overheard said;
    CHECK(here.take_in(here.file(good, "rad.ods")) == api::usage_error);
    CHECK(here.take_in(here.file(good), false, "63.99") == api::usage_error);
    CHECK(here.take_in(here.data / "none.csv") == api::unreachable);
    CHECK(api::import_file({"sqlite:////nowhere/x.db", here.database.clock},
                           {"rad_pks", "62", 2026, here.file(good), false}) == api::unreachable);
    CHECK(here.plans() == 0);
}

TEST_CASE("a directory of further kinds counts for an import and a rehearsal")
{
    world here;
    overheard said;
    const api::import_wanted wanted{"rad_kota", "62", 2026, here.file(good), false};
    CHECK(api::import_file(here.database, wanted) == api::usage_error);
    CHECK(said.err.str().find("rad_kota") != std::string::npos);
    here.database.kinds = here.further_kinds();
    CHECK(api::import_file(here.database, wanted) == api::done);
    CHECK(here.plans() == 1);
    CHECK(api::rehearse(here.database, {.year = 2026, .region = "62"}) == api::done);
}

TEST_CASE("a directory of further kinds that cannot be read is named with the fault")
{
    world here;
    overheard said;
    here.database.kinds = here.further_kinds();
    std::ofstream(here.database.kinds / "rad_kota.json") << "{\"name\": \"rad_kota\"";
    CHECK(api::import_file(here.database, {"rad_kota", "62", 2026, here.file(good), false}) ==
          api::usage_error);
    CHECK(said.err.str().find("rad_kota.json") != std::string::npos);
    CHECK(here.plans() == 0);
    CHECK(api::rehearse(here.database, {.year = 2026, .region = "62"}) == api::usage_error);
}
