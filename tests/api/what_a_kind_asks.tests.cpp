// A kind that asks questions of its reports and files of its targets: over HTTP, from the first
// answer to what the region above reads.
#include "definitions/kinds.hpp"
#include "tests/api/support/running_api.hpp"
#include "tests/support/catch.hpp"
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>
#include <sstream>

using support::http_reply;
using support::pointers_of;
using support::running_api;
using support::text_at;
using pointers = std::vector<std::string>;

namespace {

workflow::kind asking()
{
    std::ostringstream text;
    text << std::ifstream(RAMPUNG_SOURCE_DIR "/tests/data/kinds/rad_dwitahun.json").rdbuf();
    return definitions::load_kind("rad_dwitahun.json", text.str());
}

// A plan of that kind in force; its first half-year is open. People read English.
struct office {
    running_api here{{asking()}};
    std::string plan = here.plan("ani", "62", 2026, "rad_dwitahun");
    std::string target, report;

    office()
    {
        std::string targets;
        for (const std::string period : {"S1", "S2", "S3", "S4"})
            targets += std::string(targets.empty() ? "" : ",") + R"({"period":")" + period +
                       R"(","text":"10","quantity":10,"unit":"orang"})";
        here.add_action(plan, R"({"phase":"recovery","title":"Pelatihan","lead_agency":")" +
                                  running_api::agency("health") +
                                  R"(","success_criterion":"Terlaksana","targets":[)" + targets +
                                  "]}");
        appoint("oki", "inspektur");
        must("ani", "plans/" + plan, "submit");
        must("budi", "reviews/" + first_id("ani", "plans/" + plan + "/reviews"), "confirm");
        approve("oki");
        approve("omar");
        must("ani", "plans/" + plan, "adopt",
             R"({"decree_number":"1","decree_date":"2026-04-24"})");
        target = first_id("eka", "targets?plan=" + plan + "&period=S1");
        report = first_id("ani", "reports?kind=rad_dwitahun&period=S1");
    }
    void appoint(const std::string& who, const std::string& role)
    {
        const auto made =
            here.as("gita").post("/api/v1/appointments", R"({"user":"u-)" + who + R"(","role":")" +
                                                             role + R"(","region":"62"})");
        INFO(made.body);
        REQUIRE(made.status == 201);
    }
    void approve(const std::string& who)
    {
        const auto stages = here.read("ani", "plans/" + plan + "/approvals");
        for (const auto& stage : stages.at("items").as_array())
            if (text_at(stage, "/state") == "pending")
                return must(who, "approvals/" + text_at(stage, "/id"), "approve");
        FAIL("no stage waits for " << who);
    }
    std::string first_id(const std::string& user, const std::string& path)
    {
        return text_at(here.read(user, path), "/items/0/id");
    }
    void must(const std::string& who, const std::string& path, const std::string& command,
              const std::string& body = "{}")
    {
        const auto done = here.command(who, path, command, body);
        INFO(path << ' ' << command << ": " << done.body);
        REQUIRE(done.status == 200);
    }
    http_reply patch(const std::string& who, const std::string& path, const std::string& body)
    {
        auto client = here.as(who);
        const auto etag = client.get("/api/v1/" + path).header("etag");
        return client.send("PATCH", "/api/v1/" + path, body,
                           {{"If-Match", etag.empty() ? "\"1\"" : etag}});
    }
    http_reply answer(const std::string& body, const std::string& who = "ani")
    {
        return patch(who, "reports/" + report, R"({"answers":)" + body + "}");
    }
    http_reply submit()
    {
        boost::json::array gaps;
        const auto seen = here.read("ani", "reports/" + report);
        for (const auto& gap : seen.at("gaps").as_array())
            gaps.push_back({{"id", gap.at("id")}, {"reason", "Menyusul"}});
        return here.command("ani", "reports/" + report, "submit",
                            boost::json::serialize(boost::json::object{{"gaps", gaps}}));
    }
    http_reply upload(const std::string& kind, const std::string& item)
    {
        const auto part = [](const std::string& name, const std::string& value) {
            return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value +
                   "\r\n";
        };
        const std::string body =
            part("kind", kind) + (item.empty() ? "" : part("item", item)) +
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
            "Content-Type: application/pdf\r\n\r\n%PDF-1.7 a\r\n--b--\r\n";
        return here.as("eka").post("/api/v1/targets/" + target + "/evidence", body,
                                   {{"Content-Type", "multipart/form-data; boundary=b"}});
    }
    boost::json::value questions(const std::string& who)
    {
        return here.read(who, "reports/" + report).at("questions");
    }
};

} // namespace

TEST_CASE("a report has the kind's questions, and who submits it answers them")
{
    office at;
    const auto asked = at.here.read("ani", "reports/" + at.report);
    CHECK(asked.at("editable").as_bool());
    CHECK(text_at(asked, "/questions/0/code") == "kendala");
    CHECK(text_at(asked, "/questions/0/title") == "What were the main obstacles?");
    CHECK(asked.at_pointer("/questions/0/required").as_bool());
    CHECK(asked.at_pointer("/questions/0/answer").is_null());
    CHECK_FALSE(asked.at_pointer("/questions/1/required").as_bool());

    const auto saved = at.answer(R"({"kendala":"Banjir\nbesar","pelajaran":"x"})");
    INFO(saved.body);
    REQUIRE(saved.status == 200);
    CHECK(text_at(saved.json(), "/questions/0/answer") == "Banjir\nbesar");
    CHECK(saved.json().at("version").as_int64() == asked.at("version").as_int64() + 1);
    CHECK(saved.json().at("editable").as_bool());
    CHECK(at.answer(R"({"pelajaran":null})").status == 200); // the others stay
    CHECK(text_at(at.questions("ani"), "/0/answer") == "Banjir\nbesar");
    CHECK(at.questions("ani").at(1).at("answer").is_null());
}

TEST_CASE("what is no answer is refused, each at its place")
{
    office at;
    const auto unknown = at.answer(R"({"kendala":"x","cuaca":"y"})");
    CHECK(unknown.status == 422);
    CHECK(pointers_of(unknown) == pointers{"/answers/cuaca"});
    CHECK(at.questions("ani").at(0).at("answer").is_null()); // nothing of it was taken
    const auto long_one = at.answer(R"({"kendala":")" + std::string(4001, 'a') + "\"}");
    CHECK(pointers_of(long_one) == pointers{"/answers/kendala"});
    CHECK(pointers_of(at.answer(R"({"kendala":7})")) == pointers{"/answers/kendala"});
    CHECK(pointers_of(at.patch("ani", "reports/" + at.report, "{}")) == pointers{"/answers"});
    CHECK(pointers_of(at.patch("ani", "reports/" + at.report, R"({"answers":{},"state":"x"})")) ==
          pointers{"/state"});
    auto client = at.here.as("ani");
    const std::string path = "/api/v1/reports/" + at.report;
    const std::string body = R"({"answers":{"kendala":"x"}})";
    CHECK(client.send("PATCH", path, body).status == 428);
    CHECK(client.send("PATCH", path, body, {{"If-Match", "\"99\""}}).status == 412);
    CHECK(at.answer(R"({"kendala":"x"})", "citra").status == 404); // not submitted: not seen
}

TEST_CASE("a required question is answered before the report is submitted, and then stays so")
{
    office at;
    const auto lacking = at.submit();
    CHECK(lacking.status == 409);
    CHECK(lacking.code() == "guard");
    CHECK(text_at(lacking.json(), "/reason_code") == "questions_are_answered");
    CHECK(text_at(lacking.json(), "/reason").find("What were the main obstacles?") !=
          std::string::npos);
    REQUIRE(at.answer(R"({"kendala":"Banjir"})").status == 200);
    REQUIRE(at.submit().status == 200);

    CHECK(text_at(at.questions("citra"), "/0/answer") == "Banjir");
    CHECK_FALSE(at.here.read("citra", "reports/" + at.report).at("editable").as_bool());
    CHECK(at.answer(R"({"kendala":"x"})", "citra").status == 403);
    const auto closed = at.answer(R"({"kendala":"x"})");
    CHECK(closed.status == 409);
    CHECK(closed.code() == "wrong_state");

    // Sent back it may be answered anew; the region above reads what it was sent.
    at.must("citra", "reports/" + at.report, "return_for_changes", R"({"reason":"Perjelas"})");
    REQUIRE(at.answer(R"({"kendala":"Banjir di tiga desa"})").status == 200);
    CHECK(text_at(at.questions("ani"), "/0/answer") == "Banjir di tiga desa");
    CHECK(text_at(at.questions("citra"), "/0/answer") == "Banjir");
    REQUIRE(at.submit().status == 200);
    CHECK(text_at(at.questions("citra"), "/0/answer") == "Banjir di tiga desa");
}

TEST_CASE("a target lists what it is to show, and is reported with a file for each item")
{
    office at;
    const auto asked = at.here.read("eka", "targets/" + at.target).at("evidence_checklist");
    CHECK(text_at(asked, "/0/code") == "laporan_tertanda");
    CHECK(text_at(asked, "/0/title") == "Signed report");
    CHECK(text_at(asked, "/0/kind") == "laporan_kegiatan");
    CHECK(text_at(asked, "/0/signed_by") == "Head of the agency");
    CHECK(text_at(asked, "/0/example") == "Report S1.pdf");
    CHECK(asked.at(1).at("signed_by").is_null());
    CHECK_FALSE(asked.at(0).at("present").as_bool());
    CHECK(asked.at(0).at("files").as_array().empty());

    REQUIRE(at.patch("eka", "targets/" + at.target, R"({"achievement":"Selesai"})").status == 200);
    const auto none = at.upload("laporan_kegiatan", "");
    REQUIRE(none.status == 201);
    CHECK(none.json().at("item").is_null());
    const auto lacking = at.here.command("eka", "targets/" + at.target, "report");
    CHECK(lacking.status == 409);
    CHECK(text_at(lacking.json(), "/reason_code") == "checklist_is_complete");
    CHECK(text_at(lacking.json(), "/reason") ==
          "Required files have not been uploaded yet: Signed report (signed by Head of the "
          "agency), Attendance of participants.");

    const auto shown = at.upload("laporan_kegiatan", "laporan_tertanda");
    REQUIRE(shown.status == 201);
    CHECK(text_at(shown.json(), "/item") == "laporan_tertanda");
    REQUIRE(at.upload("daftar_hadir", "hadir").status == 201);
    const auto now = at.here.read("eka", "targets/" + at.target);
    CHECK(text_at(now, "/evidence_checklist/0/files/0") == text_at(shown.json(), "/id"));
    CHECK(now.at_pointer("/evidence_checklist/1/present").as_bool());
    at.must("eka", "targets/" + at.target, "report");
}

TEST_CASE("a file shows only an item of the plan's kind, and is of the item's kind")
{
    office at;
    CHECK(pointers_of(at.upload("laporan_kegiatan", "kuitansi")) == pointers{"/item"});
    const auto other = at.upload("foto", "laporan_tertanda");
    CHECK(other.status == 422);
    CHECK(pointers_of(other) == pointers{"/item"});
    CHECK(text_at(other.json(), "/errors/0/detail").find("Signed report") != std::string::npos);
    // What cannot be carried out needs no file.
    at.must("budi", "targets/" + at.target, "claim_infeasible", R"({"reason":"Banjir"})");

    const std::string first = at.here.in_force(); // of a kind without a checklist
    at.target = at.first_id("eka", "targets?plan=" + first + "&period=B04");
    CHECK(pointers_of(at.upload("laporan_kegiatan", "laporan_tertanda")) == pointers{"/item"});
}

TEST_CASE("kinds that ask nothing have no questions and no checklist")
{
    running_api here;
    const std::string plan = here.in_force();
    const auto target = here.read("eka", "targets?plan=" + plan + "&period=B04");
    CHECK(target.at_pointer("/items/0/evidence_checklist").as_array().empty());
    const auto reports = here.read("ani", "reports?period=B04");
    CHECK(reports.at_pointer("/items/0/questions").as_array().empty());
    const std::string report = text_at(reports, "/items/0/id");
    const auto unknown =
        here.as("ani").send("PATCH", "/api/v1/reports/" + report, R"({"answers":{"kendala":"x"}})",
                            {{"If-Match", "\"1\""}});
    CHECK(unknown.status == 422);
    CHECK(pointers_of(unknown) == pointers{"/answers/kendala"});
}
