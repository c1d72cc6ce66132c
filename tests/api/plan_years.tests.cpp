// A kind whose plans are for two years, over HTTP: in either year the plan is found, named with its
// years, and in the way of another one.
#include "definitions/kinds.hpp"
#include "tests/api/support/running_api.hpp"
#include "tests/support/catch.hpp"
#include <fstream>
#include <sstream>

using support::running_api;
using support::text_at;

namespace {

workflow::kind two_years()
{
    std::ostringstream text;
    text << std::ifstream(RAMPUNG_SOURCE_DIR "/tests/data/kinds/rad_dwitahun.json").rdbuf();
    return definitions::load_kind("rad_dwitahun.json", text.str());
}

struct programme {
    running_api here{{two_years()}};
    std::string plan = here.plan("ani", "62", 2026, "rad_dwitahun");

    support::http_reply begin(int year)
    {
        return here.as("arif").post("/api/v1/plans",
                                    R"({"kind":"rad_dwitahun","region":"62","title":"Lain",)"
                                    R"("year":)" +
                                        std::to_string(year) + "}");
    }
    std::size_t plans_of(int year)
    {
        return here.read("ani", "plans?kind=rad_dwitahun&year=" + std::to_string(year))
            .at("items")
            .as_array()
            .size();
    }
    void adopt()
    {
        here.add_action(plan, R"({"phase":"recovery","title":"Pelatihan","lead_agency":")" +
                                  running_api::agency("health") +
                                  R"(","success_criterion":"Terlaksana","targets":[)"
                                  R"({"period":"S3","text":"10","quantity":10,"unit":"desa"}]})");
        const auto post = here.as("gita").post(
            "/api/v1/appointments", R"({"user":"u-oki","role":"inspektur","region":"62"})");
        REQUIRE(post.status == 201);
        must("ani", "plans/" + plan, "submit");
        must("budi", "reviews/" + first_id("budi", "reviews"), "confirm");
        for (const char* who : {"oki", "omar"}) must(who, "approvals/" + waiting(who), "approve");
        must("ani", "plans/" + plan, "adopt",
             R"({"decree_number":"1","decree_date":"2026-04-24"})");
    }
    std::string first_id(const std::string& user, const std::string& things)
    {
        return text_at(here.read(user, "plans/" + plan + "/" + things), "/items/0/id");
    }
    std::string waiting(const std::string& user)
    {
        const auto read = here.read(user, "plans/" + plan + "/approvals");
        for (const auto& each : read.at("items").as_array())
            if (text_at(each, "/state") == "pending") return text_at(each, "/id");
        return "none waits";
    }
    void must(const std::string& who, const std::string& path, const std::string& command,
              const std::string& body = "{}")
    {
        const auto done = here.command(who, path, command, body);
        INFO(path << ' ' << command << ": " << done.body);
        REQUIRE(done.status == 200);
    }
};

} // namespace

TEST_CASE("a plan of two years says both, is found by each, and its periods say theirs")
{
    programme at;
    const auto plan = at.here.read("ani", "plans/" + at.plan);
    CHECK(text_at(plan, "/year") == "2026");
    CHECK(text_at(plan, "/years") == "2");
    CHECK(text_at(plan, "/periods/0/title") == "S1 2026");
    CHECK(text_at(plan, "/periods/2/title") == "S3 2027");
    CHECK(text_at(plan, "/periods/2/from") == "2027-01-01");
    CHECK(at.plans_of(2025) == 0);
    CHECK(at.plans_of(2026) == 1);
    CHECK(at.plans_of(2027) == 1);
    CHECK(at.plans_of(2028) == 0);
    for (const std::string year : {"2026", "2027"}) {
        const auto rows = at.here.read("ani", "overview?kind=rad_dwitahun&region=62&year=" + year);
        INFO(year);
        CHECK(text_at(rows, "/items/0/plan") == at.plan);
        CHECK(text_at(rows, "/items/0/year") == "2026");
        CHECK(text_at(rows, "/items/0/years") == "2");
        CHECK(text_at(rows, "/items/0/periods/3/title") == "S4 2027");
        CHECK(text_at(rows, "/items/0/periods/3/to") == "2027-12-31");
    }
    const auto later = at.here.read("ani", "overview?kind=rad_dwitahun&region=62&year=2028");
    CHECK(text_at(later, "/items/0/state") == "not_drafted");
    CHECK(later.at_pointer("/items/0/years").is_null());
    const auto file = at.here.as("ani").get("/api/v1/plans/" + at.plan + "/export?format=json");
    CHECK(text_at(file.json(), "/years") == "2");
}

TEST_CASE("a plan that would share a year with another is refused with that one's name and years")
{
    programme at;
    for (const int year : {2025, 2026, 2027}) {
        INFO(year);
        const auto no = at.begin(year);
        CHECK(no.status == 409);
        CHECK(no.code() == "conflict");
        CHECK(text_at(no.json(), "/detail").find("Rencana 62 (2026–2027)") != std::string::npos);
    }
    CHECK(at.begin(2024).status == 201);
    CHECK(at.begin(2028).status == 201);
    REQUIRE(at.here.command("ani", "plans/" + at.plan, "cancel", R"({"reason":"Keliru"})").status ==
            200);
    CHECK(at.begin(2025).status == 409); // 2024–2025 is there
    CHECK(at.begin(2026).status == 201);
}

TEST_CASE("dates moved in the second year are those of the plan, whichever year is named")
{
    programme at;
    const std::string path = "/api/v1/periods?region=62&kind=rad_dwitahun&year=";
    auto gita = at.here.as("gita");
    const auto read = gita.get(path + "2027");
    CHECK(text_at(read.json(), "/year") == "2026");
    CHECK(text_at(read.json(), "/years") == "2");
    CHECK(text_at(read.json(), "/items/2/title") == "S3 2027");
    const auto moved = gita.send(
        "PUT", path + "2027",
        R"({"items":[{"code":"S3","from":"2027-01-01","to":"2027-06-30","cut_off":"2027-07-20",)"
        R"("due":"2027-07-30","lock":"2027-08-29"}]})",
        {{"If-Match", read.header("etag")}});
    INFO(moved.body);
    REQUIRE(moved.status == 200);
    CHECK(text_at(gita.get(path + "2026").json(), "/items/2/cut_off") == "2027-07-20");
    const auto plan = at.here.read("ani", "plans/" + at.plan);
    CHECK(text_at(plan, "/periods/2/cut_off") == "2027-07-20");
}

TEST_CASE("targets and reports of the second year are found by it, and say it")
{
    programme at;
    at.adopt();
    for (const std::string year : {"2026", "2027", "2028"}) {
        INFO(year);
        const std::size_t found = year == "2028" ? 0 : 1;
        const auto targets = at.here.read("ani", "targets?kind=rad_dwitahun&year=" + year);
        CHECK(targets.at("items").as_array().size() == found);
        const auto reports =
            at.here.read("ani", "reports?kind=rad_dwitahun&region=62&year=" + year);
        CHECK(reports.at("items").as_array().size() == found * 4);
    }
    const auto targets = at.here.read("ani", "targets?kind=rad_dwitahun");
    CHECK(text_at(targets, "/items/0/period_title") == "S3 2027");
    const auto reports = at.here.read("ani", "reports?kind=rad_dwitahun&period=S4");
    CHECK(text_at(reports, "/items/0/period_title") == "S4 2027");
    CHECK(text_at(reports, "/items/0/year") == "2026");
    CHECK(text_at(reports, "/items/0/years") == "2");
    const auto inbox = at.here.read("ani", "inbox?kind=rad_dwitahun");
    std::string titles;
    for (const auto& each : inbox.at("items").as_array()) titles += text_at(each, "/title") + "\n";
    INFO(titles);
    CHECK(titles.find("Report S4 2027: ") != std::string::npos);
}

TEST_CASE("a kind says how many years its plans are for")
{
    programme at;
    const auto kinds = at.here.read("ani", "kinds");
    for (const auto& each : kinds.at("items").as_array())
        CHECK(text_at(each, "/years") == (text_at(each, "/name") == "rad_dwitahun" ? "2" : "1"));
}
