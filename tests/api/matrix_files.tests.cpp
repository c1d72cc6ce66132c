// The matrix as a file over HTTP: all or nothing in, without loss out.
#include "tests/api/support/running_api.hpp"
#include "tests/support/catch.hpp"

using support::running_api;
using support::text_at;

namespace {

const std::string good = "No,Tahap,Rencana Aksi,Penanggung Jawab,Instansi Terkait,"
                         "Kriteria Keberhasilan,Target B04,Target B08,Target B12,Satuan\n"
                         "1,Pencegahan Konflik,Pelatihan,health,social; Polda,Terlaksana,"
                         "\"75,5\",1.000,SK Pokja,orang\n"
                         "2,Penghentian Konflik,Mediasi,Agency social,,Selesai,1,,3,kasus\n";

struct office {
    running_api here;
    std::string plan = here.plan();

    support::http_reply take_in(const std::string& csv, const std::string& more = "",
                                const char* by = "ani")
    {
        return here.as(by).post("/api/v1/plans/" + plan + "/import?format=csv" + more, csv,
                                {{"Content-Type", "text/csv"}});
    }
    boost::json::array actions()
    {
        return here.read("ani", "plans/" + plan + "/actions").at("items").as_array();
    }
    support::http_reply give_out(const std::string& format)
    {
        return here.as("ani").get("/api/v1/plans/" + plan + "/export?format=" + format);
    }
};

} // namespace

TEST_CASE("a sheet is taken in: the same action is replaced, a new one added, none is deleted")
{
    office o;
    o.here.add_action(o.plan, support::action_body("Pelatihan", "a-social"));
    const auto before = text_at(o.actions().at(0), "/id");
    const auto done = o.take_in(good);
    INFO(done.body);
    REQUIRE(done.status == 200);
    CHECK(text_at(done.json(), "/rows") == "2");
    CHECK(text_at(done.json(), "/accepted") == "2");
    CHECK(done.json().at("problems").as_array().empty());
    const auto actions = o.actions();
    REQUIRE(actions.size() == 2);
    CHECK(text_at(actions[0], "/id") == before);
    CHECK(text_at(actions[0], "/title") == "Pelatihan");
    CHECK(text_at(actions[0], "/lead_agency/name") == "Agency health");
    CHECK(text_at(actions[0], "/supporting_agencies/0/id") == "a-social");
    CHECK(actions[0].at_pointer("/supporting_agencies/1/id").is_null());
    CHECK(actions[0].at_pointer("/targets/0/quantity").as_double() == 75.5);
    CHECK(text_at(actions[0], "/targets/1/quantity") == "1000");
    CHECK(actions[0].at_pointer("/targets/2/quantity").is_null());
    CHECK(actions[1].at_pointer("/targets").as_array().size() == 2); // no target where empty
}

TEST_CASE("a number that is another action's is a problem by row and column, not a replacement")
{
    office o;
    o.here.add_action(o.plan, support::action_body("Lama", "a-social"));
    const auto refused = o.take_in(good);
    REQUIRE(refused.status == 422);
    const auto body = refused.json();
    REQUIRE(body.at("problems").as_array().size() == 1);
    CHECK(text_at(body, "/problems/0/row") == "2");
    CHECK(text_at(body, "/problems/0/column") == "Rencana Aksi");
    CHECK(text_at(body, "/problems/0/detail").find("\"Lama\"") != std::string::npos);
    CHECK(text_at(o.actions().at(0), "/title") == "Lama");
}

TEST_CASE("an export names each action, so that it comes back to it under any number and title")
{
    const auto format = GENERATE(std::string("csv"), std::string("xlsx"));
    office o;
    REQUIRE(o.take_in(good).status == 200);
    const auto before = o.actions();
    std::string sheet = o.give_out("csv").body;
    CHECK(sheet.find(",ID\r\n") != std::string::npos);
    CHECK(sheet.find(text_at(before[1], "/id")) != std::string::npos);
    sheet.replace(sheet.find("\n1,"), 3, "\n2,"); // swapped
    sheet.replace(sheet.rfind("\n2,"), 3, "\n1,");
    sheet.replace(sheet.find("Pelatihan"), 9, "Serba lain");
    if (format == "csv") {
        const auto done = o.take_in(sheet);
        INFO(done.body);
        REQUIRE(done.status == 200);
        const auto after = o.actions(); // by number
        CHECK(text_at(after[0], "/id") == text_at(before[1], "/id"));
        CHECK(text_at(after[1], "/id") == text_at(before[0], "/id"));
        CHECK(text_at(after[1], "/title") == "Serba lain");
        CHECK(after[1].at("targets").at(0).at("id") == before[0].at("targets").at(0).at("id"));
    } else {
        const auto again = o.here.as("ani").post("/api/v1/plans/" + o.plan + "/import?format=xlsx",
                                                 o.give_out("xlsx").body,
                                                 {{"Content-Type", "application/octet-stream"}});
        REQUIRE(again.status == 200);
        CHECK(again.json().at("changes").as_array().empty());
    }
}

TEST_CASE("an id of another plan is a problem with row and column")
{
    office o;
    REQUIRE(o.take_in(good).status == 200);
    const std::string foreign = o.give_out("csv").body;
    const auto other = o.here.plan("ani", "62", 2027);
    o.here.add_action(other, support::action_body("Pelatihan", "a-social"));
    const auto refused = o.here.as("ani").post("/api/v1/plans/" + other + "/import?format=csv",
                                               foreign, {{"Content-Type", "text/csv"}});
    REQUIRE(refused.status == 422);
    const auto body = refused.json();
    CHECK(text_at(body, "/problems/0/row") == "2");
    CHECK(text_at(body, "/problems/0/column") == "ID");
    CHECK(o.here.read("ani", "plans/" + other + "/actions").at("items").as_array().size() == 1);
}

TEST_CASE("an import tells what became of every cell, and an unknown heading clears nothing")
{
    office o;
    REQUIRE(o.take_in(good).status == 200);
    const auto before = o.actions();
    auto renamed = good + "Jumlah,,,,,,,,,\n";
    renamed.replace(renamed.find("Kriteria Keberhasilan"), 21, "Ukuran Hasil");
    const auto done = o.take_in(renamed);
    INFO(done.body);
    REQUIRE(done.status == 200);
    const auto body = done.json();
    CHECK(text_at(body, "/sheets/0/header_row") == "1");
    CHECK(body.at_pointer("/sheets/0/read").as_bool());
    CHECK(text_at(body, "/columns/5/column") == "F");
    CHECK(text_at(body, "/columns/5/heading") == "Ukuran Hasil");
    CHECK(body.at_pointer("/columns/5/field").is_null());
    CHECK(text_at(body, "/columns/5/cells") == "2");
    CHECK(text_at(body, "/columns/6/field") == "target_B04");
    CHECK(text_at(body, "/left_out/0/row") == "4");
    CHECK(text_at(body, "/left_out/0/text") == "Jumlah");
    CHECK_FALSE(text_at(body, "/left_out/0/reason").empty());
    CHECK(text_at(body, "/cells/total") == "29");
    CHECK(text_at(body, "/cells/used") == "16");
    CHECK(text_at(body, "/cells/heading") == "10");
    CHECK(text_at(body, "/cells/column_not_used") == "2");
    CHECK(text_at(body, "/cells/row_left_out") == "1");
    CHECK(o.actions().at(0).at("success_criterion") == before[0].at("success_criterion"));
    CHECK(text_at(o.actions().at(0), "/success_criterion") == "Terlaksana");
}

TEST_CASE("a refused file is told as fully as one that is taken")
{
    office o;
    const auto refused = o.take_in("No,Rencana Aksi,Penanggung Jawab,April\n1,Mediasi,health,3\n");
    REQUIRE(refused.status == 422);
    const auto body = refused.json();
    CHECK(text_at(body, "/problems/0/detail").find("April") != std::string::npos);
    CHECK(text_at(body, "/columns/3/heading") == "April");
    CHECK(body.at_pointer("/columns/3/field").is_null());
    CHECK(text_at(body, "/cells/column_not_used") == "1");
    CHECK(o.actions().empty());
}

TEST_CASE("a dry run tells what would be, and changes nothing")
{
    office o;
    const auto tried = o.take_in(good, "&dry_run=true");
    CHECK(tried.status == 200);
    CHECK(text_at(tried.json(), "/accepted") == "2");
    CHECK(o.actions().empty());
}

TEST_CASE("a dry run tells what would differ, action by action and field by field")
{
    office o;
    REQUIRE(o.take_in(good).status == 200);
    std::string other = good;
    other.replace(other.find("Mediasi"), 7, "Mediasi lanjutan");
    other += "3,Pemulihan Pascakonflik,Pendampingan,health,,Selesai,1,2,3,keluarga\n";
    const auto tried = o.take_in(other, "&dry_run=true");
    REQUIRE(tried.status == 200);
    const auto changes = tried.json().at("changes").as_array();
    REQUIRE(changes.size() == 2);
    CHECK(text_at(changes[0], "/change") == "changed");
    CHECK(text_at(changes[0], "/number") == "2");
    REQUIRE(changes[0].at("fields").as_array().size() == 1);
    CHECK(text_at(changes[0], "/fields/0/field") == "title");
    CHECK(text_at(changes[0], "/fields/0/before") == "Mediasi");
    CHECK(text_at(changes[0], "/fields/0/after") == "Mediasi lanjutan");
    CHECK(text_at(changes[1], "/change") == "added");
    CHECK(text_at(changes[1], "/after/title") == "Pendampingan");
}

TEST_CASE("one bad cell refuses the whole sheet, and is named by row and column")
{
    office o;
    auto bad = good;
    bad.replace(bad.find("Agency social"), 13, "Dinas Entah");
    const auto refused = o.take_in(bad);
    CHECK(refused.status == 422);
    CHECK(refused.code() == "invalid");
    const auto body = refused.json();
    CHECK(text_at(body, "/accepted") == "0");
    CHECK(body.at("rows").is_int64());
    CHECK(text_at(body, "/problems/0/row") == "3");
    CHECK(text_at(body, "/problems/0/column") == "Penanggung Jawab");
    CHECK(text_at(body, "/problems/0/detail").find("Dinas Entah") != std::string::npos);
    CHECK(o.actions().empty());
}

TEST_CASE("only the secretariat imports, and only into a draft")
{
    office o;
    REQUIRE(o.take_in(good).status == 200);
    REQUIRE(o.here.command("ani", "plans/" + o.plan, "submit").status == 200);
    CHECK(o.take_in(good, "", "budi").status == 403);
    CHECK(o.take_in(good).code() == "wrong_state");
    CHECK(o.take_in("nonsense", "", "dewi").status == 404);
}

TEST_CASE("what is exported imports again without loss, as CSV and as XLSX")
{
    const auto format = GENERATE(std::string("csv"), std::string("xlsx"));
    office o;
    REQUIRE(o.take_in(good).status == 200);
    const auto before = o.actions();
    const auto file = o.give_out(format);
    REQUIRE(file.status == 200);
    CHECK(file.header("content-disposition").find("rad_pks-62-2026-r1." + format) !=
          std::string::npos);
    const auto other = o.here.plan("ani", "62", 2027);
    const auto again =
        o.here.as("ani").post("/api/v1/plans/" + other + "/import?format=" + format, file.body,
                              {{"Content-Type", "application/octet-stream"}});
    INFO(again.body);
    REQUIRE(again.status == 200);
    auto after = o.here.read("ani", "plans/" + other + "/actions").at("items").as_array();
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i)
        for (const char* member : {"number", "phase", "title", "lead_agency", "supporting_agencies",
                                   "success_criterion", "measure", "mandatory", "note"})
            CHECK(after[i].at(member) == before[i].at(member));
    for (std::size_t i = 0; i < after.size(); ++i)
        for (std::size_t t = 0; t < after[i].at("targets").as_array().size(); ++t)
            for (const char* member : {"period", "text", "quantity", "unit"})
                CHECK(after[i].at("targets").at(t).at(member) ==
                      before[i].at("targets").at(t).at(member));
}

TEST_CASE("the export as JSON holds the revision and its actions")
{
    office o;
    REQUIRE(o.take_in(good).status == 200);
    const auto told = o.give_out("json").json();
    CHECK(text_at(told, "/plan") == o.plan);
    CHECK(text_at(told, "/revision") == "1");
    CHECK(told.at("actions").as_array().size() == 2);
}
