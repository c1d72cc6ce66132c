// A kind of plan that says everything itself: its words are the API's, its role has what every role
// of a chain has.
#include "definitions/kinds.hpp"
#include "tests/api/support/running_api.hpp"
#include "tests/support/catch.hpp"
#include <boost/json/serialize.hpp>
#include <fstream>
#include <sstream>

using support::http_reply;
using support::running_api;
using support::text_at;

namespace {

workflow::kind quarterly()
{
    std::ostringstream text;
    text << std::ifstream(RAMPUNG_SOURCE_DIR "/tests/data/own_words/rad_triwulan.json").rdbuf();
    return definitions::load_kind("rad_triwulan.json", text.str());
}

// People read English, as everywhere in these tests.
struct office {
    running_api here{{quarterly()}};
    std::string plan = here.plan("ani", "62", 2026, "rad_triwulan");

    office()
    {
        add_action("Pelatihan", "dini", "health");
        add_action("Bantuan", "berdaya", "social");
    }
    void add_action(const std::string& title, const std::string& phase, const std::string& lead)
    {
        std::string targets;
        for (const std::string period : {"q1", "q2", "q3", "q4"})
            targets += std::string(targets.empty() ? "" : ",") + R"({"period":")" + period +
                       R"(","text":"10","quantity":10,"unit":"orang"})";
        here.add_action(plan, R"({"phase":")" + phase + R"(","title":")" + title +
                                  R"(","lead_agency":")" + running_api::agency(lead) +
                                  R"(","success_criterion":"Terlaksana","targets":[)" + targets +
                                  "]}");
    }
    void appoint()
    {
        const auto made = here.as("gita").post(
            "/api/v1/appointments", R"({"user":"u-omar","role":"staf_ahli_hukum","region":"62"})");
        INFO(made.body);
        REQUIRE(made.status == 201);
    }
    http_reply submit() { return here.command("ani", "plans/" + plan, "submit"); }
    std::string first_id(const std::string& user, const std::string& path)
    {
        return text_at(here.read(user, path), "/items/0/id");
    }
    void go_to_approval()
    {
        appoint();
        REQUIRE(submit().status == 200);
        const auto reviews = here.read("ani", "plans/" + plan + "/reviews");
        for (const auto& each : reviews.at("items").as_array()) {
            const bool health = text_at(each, "/agency/id") == running_api::agency("health");
            const std::string review(each.at("id").as_string());
            REQUIRE(here.command(health ? "budi" : "rina", "reviews/" + review, "confirm").status ==
                    200);
        }
    }
    void go_in_force()
    {
        go_to_approval();
        const auto approval = first_id("omar", "plans/" + plan + "/approvals");
        REQUIRE(here.command("omar", "approvals/" + approval, "approve").status == 200);
        REQUIRE(here.command("ani", "plans/" + plan, "adopt",
                             R"({"decree_number":"1","decree_date":"2026-01-02"})")
                    .status == 200);
    }
};

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != text.npos;
}

} // namespace

TEST_CASE("a plan says its kind and periods in the kind's words")
{
    office at;
    const auto plan = at.here.read("ani", "plans/" + at.plan);
    CHECK(text_at(plan, "/kind_title") == "Quarterly Action Plan");
    CHECK(text_at(plan, "/periods/1/code") == "q2");
    CHECK(text_at(plan, "/periods/1/title") == "Second quarter");
    const auto dates = at.here.read("ani", "periods?kind=rad_triwulan&region=62&year=2026");
    CHECK(text_at(dates, "/items/3/title") == "Fourth quarter");
}

TEST_CASE("a stage that nobody can fill is said at submit, by the kind's word for who is missing")
{
    office at;
    const auto refused = at.submit();
    CHECK(refused.status == 409);
    CHECK(holds(text_at(refused.json(), "/reason"), "Legal initials (Adviser on law) 0/1"));
    at.appoint();
    CHECK(at.submit().status == 200);
}

TEST_CASE("a review says that silence is consent, and how long there is")
{
    office at;
    at.appoint();
    REQUIRE(at.submit().status == 200);
    const auto reviews = at.here.read("ani", "plans/" + at.plan + "/reviews");
    CHECK(reviews.at("items").at(0).at("silence_consents").as_bool());
    CHECK(reviews.at("items").at(0).at("days_left").as_int64() == 10);
    const std::string mine = text_at(reviews, "/items/0/id");
    const bool health = text_at(reviews, "/items/0/agency/id") == running_api::agency("health");
    REQUIRE(at.here.command(health ? "budi" : "rina", "reviews/" + mine, "confirm").status == 200);
    CHECK_FALSE(at.here.read("ani", "reviews/" + mine).at("silence_consents").as_bool());

    const std::string other = at.here.plan("ani", "62", 2027); // of a kind without that rule
    at.here.add_action(other, support::action_body("Pelatihan", running_api::agency("health")));
    REQUIRE(at.here.command("ani", "plans/" + other, "submit").status == 200);
    const auto strict = at.here.read("ani", "plans/" + other + "/reviews");
    CHECK_FALSE(strict.at("items").at(0).at("silence_consents").as_bool());
}

TEST_CASE("a role of the kind's own is asked, sees and decides, by its own word")
{
    office at;
    at.go_to_approval();
    const auto inbox = at.here.read("omar", "inbox");
    CHECK(text_at(inbox, "/items/0/resource") == "approvals");
    CHECK(text_at(inbox, "/items/0/kind_title") == "Quarterly Action Plan");
    CHECK(text_at(inbox, "/items/0/waiting_for/0/role") == "staf_ahli_hukum");
    CHECK(text_at(inbox, "/items/0/waiting_for/0/role_title") == "Adviser on law");
    const auto seen = at.here.read("omar", "plans/" + at.plan + "/approvals");
    CHECK(text_at(seen, "/items/0/stage_title") == "Legal initials");
    CHECK(text_at(seen, "/items/0/role_title") == "Adviser on law");
    // Who may not is told who may.
    const std::string path = "approvals/" + text_at(seen, "/items/0/id");
    const auto refused = at.here.command("oki", path, "approve");
    CHECK(refused.status == 403);
    CHECK(text_at(refused.json(), "/who/0/role_title") == "Adviser on law");
    CHECK(at.here.command("omar", path, "approve").status == 200);
}

TEST_CASE("targets, what they lack and reports are said in the kind's words")
{
    office at;
    at.go_in_force();
    const auto targets = at.here.read("eka", "targets?plan=" + at.plan + "&period=q1");
    CHECK(text_at(targets, "/items/0/period_title") == "First quarter");
    CHECK(text_at(targets, "/items/0/evidence_required/0/title") == "Training certificate");
    const std::string id = text_at(targets, "/items/0/id");
    auto client = at.here.as("eka");
    const auto etag = client.get("/api/v1/targets/" + id).header("etag");
    REQUIRE(client
                .send("PATCH", "/api/v1/targets/" + id,
                      R"({"achievement":"Selesai","achieved_quantity":10})", {{"If-Match", etag}})
                .status == 200);
    const auto lacking = at.here.command("eka", "targets/" + id, "report");
    CHECK(lacking.status == 409);
    CHECK(holds(text_at(lacking.json(), "/reason"), "Training certificate"));
    const auto judged = at.here.read("eka", "targets/" + id);
    CHECK(text_at(judged, "/class_name") == "Complete");
    CHECK(text_at(judged, "/class_letter") == "B");

    const auto reports = at.here.read("ani", "reports?kind=rad_triwulan");
    CHECK(text_at(reports, "/items/0/kind_title") == "Quarterly Action Plan");
    CHECK(text_at(reports, "/items/0/period_title") == "First quarter");
    // Who approves reads along, as with the first kinds.
    CHECK(at.here.read("omar", "targets?plan=" + at.plan).at("items").as_array().size() == 8);
    CHECK(at.here.read("omar", "overview?kind=rad_triwulan&year=2026")
              .at("items")
              .at(0)
              .at("periods")
              .at(2)
              .at("title") == "Third quarter");
}

TEST_CASE("a matrix is exported in the kind's words")
{
    office at;
    const auto csv = at.here.as("ani").get("/api/v1/plans/" + at.plan + "/export?format=csv").body;
    CHECK(holds(csv, "Target Triwulan I"));
    CHECK(holds(csv, "Deteksi dini"));
    CHECK(holds(csv, "Pemberdayaan"));
}
