// The columns that a kind of plan has of its own: written and refused over HTTP, asked for when the
// plan is submitted, and in files.
#include "definitions/kinds.hpp"
#include "tests/api/support/running_api.hpp"
#include "tests/support/catch.hpp"
#include <boost/json/parse.hpp>
#include <fstream>
#include <sstream>

using support::http_reply;
using support::running_api;
using support::text_at;

namespace {

// Has four columns: program (required), beneficiaries, begins and funding.
workflow::kind with_columns()
{
    std::ostringstream text;
    text << std::ifstream(RAMPUNG_SOURCE_DIR "/tests/data/kind_files/rad_triwulan.json").rdbuf();
    return definitions::load_kind("rad_triwulan.json", text.str());
}

std::string body_with(const std::string& columns)
{
    return R"({"phase":"preparation","title":"Pelatihan","lead_agency":"a-health",
               "success_criterion":"Terlaksana",
               "targets":[{"period":"TW1","text":"10","quantity":10,"unit":"orang"}],
               "columns":)" +
           columns + "}";
}

// People read English, as everywhere in these tests.
struct office {
    running_api here{{with_columns()}};
    std::string plan = here.plan("ani", "62", 2026, "rad_triwulan");
    std::string actions = "plans/" + plan + "/actions";

    std::string add(const std::string& columns)
    {
        return "actions/" + here.add_action(plan, body_with(columns));
    }
    http_reply change(const std::string& path, const std::string& body)
    {
        auto ani = here.as("ani");
        const auto read = ani.get("/api/v1/" + path);
        return ani.send("PATCH", "/api/v1/" + path, body, {{"If-Match", read.header("etag")}});
    }
    boost::json::value columns(const std::string& path)
    {
        return here.read("ani", path).at("columns");
    }
    http_reply take_in(const std::string& bytes, const std::string& format = "csv")
    {
        return here.as("ani").post(
            "/api/v1/plans/" + plan + "/import?format=" + format, bytes,
            {{"Content-Type", format == "csv" ? "text/csv" : "application/octet-stream"}});
    }
    http_reply give_out(const std::string& format)
    {
        return here.as("ani").get("/api/v1/plans/" + plan + "/export?format=" + format);
    }
};

boost::json::value parsed(const std::string& text)
{
    return boost::json::parse(text);
}

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

const std::string all = R"({"program":"Damai","beneficiaries":12,"begins":"2026-03-01",
                            "funding":"apbn"})";

} // namespace

TEST_CASE("what stands in a kind's own columns is kept, and a change touches only what it names")
{
    office at;
    const auto path = at.add(all);
    CHECK(at.columns(path) == parsed(all));
    CHECK(at.here.read("ani", at.actions).at_pointer("/items/0/columns") == parsed(all));
    const auto changed = at.change(path, R"({"columns":{"beneficiaries":1250.5,"program":null}})");
    INFO(changed.body);
    REQUIRE(changed.status == 200);
    CHECK(changed.json().at("columns") ==
          parsed(R"({"beneficiaries":1250.5,"begins":"2026-03-01","funding":"apbn"})"));
    REQUIRE(at.change(path, R"({"title":"Lain","columns":{"begins":""}})").status == 422);
    REQUIRE(at.change(path, R"({"title":"Lain","columns":{"funding":""}})").status == 200);
    CHECK(at.columns(path) == parsed(R"({"beneficiaries":1250.5,"begins":"2026-03-01"})"));
    REQUIRE(at.change(path, R"({"columns":null})").status == 200);
    CHECK(at.columns(path) == parsed("{}"));
}

TEST_CASE("an action of a kind without columns of its own has none, and takes none")
{
    running_api here;
    const auto plan = here.draft();
    const auto items = here.read("ani", "plans/" + plan + "/actions");
    CHECK(items.at_pointer("/items/0/columns") == parsed("{}"));
    const auto refused = here.as("ani").post(
        "/api/v1/plans/" + plan + "/actions",
        R"({"phase":"prevention","title":"Baru","columns":{"program":"Damai"}})");
    CHECK(refused.status == 422);
    CHECK(support::pointers_of(refused) == std::vector<std::string>{"/columns/program"});
}

TEST_CASE("what a kind's own column cannot hold is refused at its place, with what it may be")
{
    struct expected {
        std::string columns, pointer, said;
    };
    const expected table[]{
        {R"({"progam":"Damai"})", "/columns/progam", "program, beneficiaries, begins, funding"},
        {R"({"a/b":1})", "/columns/a~1b", "program, beneficiaries, begins, funding"},
        {R"({"program":5})", "/columns/program", "must be text"},
        {R"({"program":")" + std::string(2001, 'x') + "\"}", "/columns/program", "2000"},
        {R"({"beneficiaries":"12"})", "/columns/beneficiaries", "must be a number"},
        {R"({"beneficiaries":-1})", "/columns/beneficiaries", "between 0 and"},
        {R"({"begins":"2026-02-30"})", "/columns/begins", "day of the calendar"},
        {R"({"begins":20260301})", "/columns/begins", "day of the calendar"},
        {R"({"funding":"hibah"})", "/columns/funding", "apbd, apbn"},
        {R"({"funding":7})", "/columns/funding", "apbd, apbn"},
        {R"(["Damai"])", "/columns", "must be an object"},
    };
    office at;
    const auto path = at.add(all);
    for (const auto& [columns, pointer, said] : table) {
        INFO(columns);
        for (const auto& refused :
             {at.change(path, R"({"columns":)" + columns + "}"),
              at.here.as("ani").post("/api/v1/" + at.actions, body_with(columns))}) {
            CHECK(refused.status == 422);
            CHECK(support::pointers_of(refused) == std::vector<std::string>{pointer});
            CHECK(holds(text_at(refused.json(), "/errors/0/detail"), said));
        }
    }
    CHECK(at.columns(path) == parsed(all));
}

TEST_CASE("a plan is not submitted while a required column is empty, and says where")
{
    office at;
    const auto path = at.add(R"({"beneficiaries":3})");
    at.add(all);
    const auto refused = at.here.command("ani", "plans/" + at.plan, "submit");
    CHECK(refused.status == 409);
    CHECK(
        holds(text_at(refused.json(), "/reason"), "Required columns are empty: No. 1 Programme."));
    REQUIRE(at.change(path, R"({"columns":{"program":"Damai"}})").status == 200);
    const auto now = at.here.command("ani", "plans/" + at.plan, "submit");
    CHECK_FALSE(holds(now.body, "Required columns"));
}

TEST_CASE("a kind says the columns that it has of its own")
{
    office at;
    const auto kinds = at.here.read("ani", "kinds");
    for (const auto& each : kinds.at("items").as_array()) {
        if (text_at(each, "/name") != "rad_triwulan") continue;
        CHECK(text_at(each, "/columns/0/code") == "program");
        CHECK(text_at(each, "/columns/0/name/en") == "Programme");
        CHECK(each.at_pointer("/columns/0/required").as_bool());
        CHECK(each.at_pointer("/columns/0/choices").as_array().empty());
        CHECK(text_at(each, "/columns/2/type") == "date");
        CHECK(text_at(each, "/columns/3/choices/1/code") == "apbn");
        return;
    }
    FAIL("the kind is not listed");
}

TEST_CASE("an export has the kind's own columns before the periods, and its import changes nothing")
{
    const auto format = GENERATE(std::string("csv"), std::string("xlsx"));
    office at;
    const auto path = at.add(all);
    at.add(R"({"program":"=1+1","beneficiaries":1.125})");
    CHECK(holds(at.give_out("csv").body,
                "Kriteria Keberhasilan,Program,Penerima manfaat,Tanggal mulai,Jenis pendanaan,"
                "Target Triwulan I,"));
    const auto done = at.take_in(at.give_out(format).body, format);
    INFO(done.body);
    REQUIRE(done.status == 200);
    CHECK(done.json().at("changes").as_array().empty());
    CHECK(at.columns(path) == parsed(all));
}

TEST_CASE("an import changes the kind's own columns that it has, and tells them by their codes")
{
    office at;
    const auto path = at.add(all);
    const auto done = at.take_in("No,Rencana Aksi,Target Triwulan I,Beneficiaries\n"
                                 "1,Pelatihan,10,\"1.000\"\n");
    INFO(done.body);
    REQUIRE(done.status == 200);
    const auto told = done.json();
    CHECK(text_at(told, "/columns/3/field") == "beneficiaries");
    CHECK(told.at_pointer("/changes/0/fields") ==
          parsed(R"([{"field":"beneficiaries","period":null,"before":12,"after":1000}])"));
    CHECK(at.columns(path) ==
          parsed(R"({"program":"Damai","beneficiaries":1000,"begins":"2026-03-01",
                     "funding":"apbn"})"));
}

TEST_CASE("a cell of a kind's own column that cannot be read stops the import, and is told")
{
    office at;
    const auto path = at.add(all);
    const auto refused = at.take_in("No,Rencana Aksi,Target Triwulan I,Tanggal mulai,Funding\n"
                                    "1,Pelatihan,10,31/2/2026,Hibah\n");
    CHECK(refused.status == 422);
    const auto told = refused.json();
    REQUIRE(told.at("problems").as_array().size() == 2);
    CHECK(text_at(told, "/problems/0/row") == "2");
    CHECK(text_at(told, "/problems/0/column") == "Tanggal mulai");
    CHECK(holds(text_at(told, "/problems/0/detail"), "31/2/2026"));
    CHECK(text_at(told, "/problems/1/column") == "Funding");
    CHECK(holds(text_at(told, "/problems/1/detail"), "Regional budget, State budget"));
    CHECK(at.columns(path) == parsed(all));
}
