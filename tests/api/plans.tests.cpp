// Plans over HTTP: who makes, names, sees and amends them.
#include "tests/api/support/running_api.hpp"
#include "tests/support/catch.hpp"
#include <map>

using support::action_body;
using support::running_api;
using support::text_at;

namespace {

const char* const wanted = R"({"kind":"rad_pks","region":"62","year":2026,"title":"RAD PKS"})";

} // namespace

TEST_CASE("the secretariat begins a plan, and the answer is the plan with its commands")
{
    running_api here;
    const auto made = here.as("ani").post("/api/v1/plans", wanted);
    REQUIRE(made.status == 201);
    const auto plan = made.json();
    const auto id = text_at(plan, "/id");
    CHECK(made.header("location") == "/api/v1/plans/" + id);
    CHECK(made.header("etag") == "\"" + text_at(plan, "/version") + "\"");
    CHECK(text_at(plan, "/state") == "draft");
    CHECK(text_at(plan, "/region/code") == "62");
    CHECK(text_at(plan, "/open_revision/number") == "1");
    CHECK(plan.at("in_force_revision").is_null());
    CHECK(plan.at("periods").as_array().size() == 3);
    CHECK_FALSE(plan.at("commands").as_array().empty());
    CHECK(here.as("arif").get("/api/v1/plans/" + id).json() == plan);
}

TEST_CASE("a plan says whether its matrix may be edited, and if not, why and who may")
{
    running_api here;
    const auto id = here.draft();
    const auto open = here.read("ani", "plans/" + id).at("editing");
    CHECK(open.at("allowed").as_bool());
    CHECK(open.at("reason").is_null());
    const auto submitted = here.command("ani", "plans/" + id, "submit");
    REQUIRE(submitted.status == 200);
    const auto closed = here.read("ani", "plans/" + id).at("editing");
    CHECK_FALSE(closed.at("allowed").as_bool());
    CHECK(text_at(closed, "/reason").find("in agency review") != std::string::npos);
    CHECK(text_at(closed, "/who/0/names/0") == "Name of ani");
    CHECK(submitted.json().at_pointer("/resource/editing") == closed);
    REQUIRE(here.command("ani", "plans/" + id, "recall", R"({"reason":"more"})").status == 200);
    const auto others = here.read("budi", "plans/" + id).at("editing");
    CHECK_FALSE(others.at("allowed").as_bool());
    CHECK(text_at(others, "/who/0/role") == "secretariat");
}

TEST_CASE("a draft is there for its own secretariat only")
{
    running_api here;
    const auto id = here.draft();
    for (const char* other : {"budi", "omar", "oki", "citra", "dewi", "gita"}) {
        INFO(other);
        CHECK(here.as(other).get("/api/v1/plans/" + id).status == 404);
        CHECK(here.read(other, "plans").at("items").as_array().empty());
    }
    CHECK(here.read("arif", "plans").at("items").as_array().size() == 1);
}

TEST_CASE("a list shows the plans that fit, without commands, page by page")
{
    running_api here;
    for (int year : {2025, 2026, 2027}) here.plan("ani", "62", year);
    here.plan("dewi", "62.71");
    const auto count = [&](const std::string& query) {
        return here.read("ani", "plans?" + query).at("items").as_array().size();
    };
    CHECK(count("year=2026") == 1);
    CHECK(count("region=62.71") == 0); // a child's draft
    CHECK(count("kind=rad_p3aks") == 0);
    CHECK(count("state=draft") == 3);
    CHECK(count("state=in_force") == 0);
    const auto first = here.read("ani", "plans?limit=2");
    CHECK(first.at("items").as_array().size() == 2);
    CHECK_FALSE(first.at("items").at(0).as_object().contains("commands"));
    const auto rest = here.read("ani", "plans?limit=2&cursor=" + text_at(first, "/next"));
    CHECK(rest.at("items").as_array().size() == 1);
    CHECK(rest.at("next").is_null());
}

TEST_CASE("a second plan of the same region, kind and year waits until the first is cancelled")
{
    running_api here;
    const auto first = here.plan();
    const auto second = here.as("arif").post("/api/v1/plans", wanted);
    CHECK(second.status == 409);
    CHECK(second.code() == "conflict");
    REQUIRE(here.command("ani", "plans/" + first, "cancel", R"({"reason":"Keliru"})").status ==
            200);
    CHECK(here.as("arif").post("/api/v1/plans", wanted).status == 201);
}

TEST_CASE("a plan is renamed under its version, and the same key answers the same")
{
    running_api here;
    const auto path = "/api/v1/plans/" + here.plan();
    auto ani = here.as("ani");
    const auto read = ani.get(path).header("etag");
    const support::header_list now{{"If-Match", read}, {"Idempotency-Key", "k1"}};
    const auto named = ani.send("PATCH", path, R"({"title":"RAD PKS 2026"})", now);
    REQUIRE(named.status == 200);
    CHECK(text_at(named.json(), "/title") == "RAD PKS 2026");
    CHECK(named.header("etag") != read);
    const auto again = ani.send("PATCH", path, R"({"title":"RAD PKS 2026"})", now);
    CHECK(again.body == named.body);
    CHECK(again.header("idempotent-replayed") == "true");
    CHECK(ani.send("PATCH", path, R"({"title":"Lain"})", {{"If-Match", read}}).status == 412);
}

TEST_CASE("a key belongs to its request: the same words about another plan are refused")
{
    running_api here;
    const auto first = "/api/v1/plans/" + here.plan();
    const auto second = "/api/v1/plans/" + here.plan("ani", "62", 2027);
    auto ani = here.as("ani");
    const auto rename = [&](const std::string& path) {
        const support::header_list now{{"If-Match", ani.get(path).header("etag")},
                                       {"Idempotency-Key", "k1"}};
        return ani.send("PATCH", path, R"({"title":"RAD PKS yang baru"})", now);
    };
    REQUIRE(rename(first).status == 200);
    const auto no = rename(second);
    CHECK(no.status == 422);
    CHECK(no.code() == "key_reused");
    CHECK(text_at(ani.get(second).json(), "/title") != "RAD PKS yang baru");
}

TEST_CASE("an amendment copies the matrix in force, and the differences are told by action")
{
    running_api here;
    const auto id = here.in_force();
    const auto path = "/api/v1/plans/" + id;
    const auto before = here.read("ani", "plans/" + id + "/actions");
    const auto amended = here.as("ani").post(path + "/amendments");
    REQUIRE(amended.status == 201);
    CHECK(text_at(amended.json(), "/open_revision/number") == "2");
    CHECK(text_at(amended.json(), "/in_force_revision") == "1");
    const auto copied = here.read("ani", "plans/" + id + "/actions");
    CHECK(text_at(copied, "/items/0/id") == text_at(before, "/items/0/id"));
    CHECK(copied.at_pointer("/items/0/targets") == before.at_pointer("/items/0/targets"));
    const auto again = here.as("arif").post(path + "/amendments");
    CHECK(again.status == 409);
    CHECK(again.code() == "guard");
    CHECK(text_at(again.json(), "/detail") == "An amendment is still open.");

    const auto action = "/api/v1/actions/" + text_at(copied, "/items/0/id");
    auto ani = here.as("ani");
    const auto etag = ani.get(action).header("etag");
    REQUIRE(ani.send("PATCH", action,
                     R"({"location":"Sampit","targets":[{"period":"B04","text":"5 orang",)"
                     R"("quantity":5,"unit":"orang"}]})",
                     {{"If-Match", etag}})
                .status == 200);
    here.add_action(id, action_body("Baru", running_api::agency("social")));
    const auto diff = here.read("ani", "plans/" + id + "/diff?from=1&to=2");
    REQUIRE(diff.at("items").as_array().size() == 2);
    CHECK(text_at(diff, "/items/0/change") == "changed");
    CHECK(text_at(diff, "/items/0/fields/0/field") == "location");
    CHECK(text_at(diff, "/items/0/fields/0/after") == "Sampit");
    CHECK(diff.at_pointer("/items/0/fields").as_array().size() == 4); // and each target
    CHECK(text_at(diff, "/items/1/change") == "added");
    CHECK(diff.at_pointer("/items/1/before").is_null());
    CHECK(text_at(here.read("ani", "plans/" + id + "/diff?from=2&to=1"), "/items/1/change") ==
          "removed");
}

TEST_CASE("amending is offered and given like every other command of a plan in force")
{
    running_api here;
    const auto id = here.in_force();
    const auto amend_of = [&](const std::string& who) {
        const auto plan = here.read(who, "plans/" + id);
        for (const auto& each : plan.at("commands").as_array())
            if (text_at(each, "/name") == "amend") return each;
        FAIL("amend is not listed for " << who);
        return boost::json::value();
    };
    const auto of_the_head = amend_of("budi");
    CHECK_FALSE(of_the_head.at("allowed").as_bool());
    CHECK(text_at(of_the_head, "/who/0/role") == "secretariat");
    const auto of_the_secretariat = amend_of("ani");
    CHECK(of_the_secretariat.at("allowed").as_bool());
    CHECK(here.read("ani", "workflows/rad_drafting").at("commands").as_array().size() == 12);

    auto ani = here.as("ani");
    const auto path = "/api/v1/plans/" + id;
    const auto begun =
        ani.send("POST", text_at(of_the_secretariat, "/href"), R"({"reason":"Anggaran berubah"})",
                 {{"If-Match", ani.get(path).header("etag")}});
    REQUIRE(begun.status == 200);
    CHECK(text_at(begun.json(), "/event/name") == "made");
    CHECK(text_at(begun.json(), "/event/to") == "draft");
    CHECK(text_at(begun.json(), "/event/reason") == "Anggaran berubah");
    CHECK(text_at(begun.json(), "/resource/state") == "draft");
    CHECK(text_at(begun.json(), "/resource/in_force_revision") == "1");
    CHECK_FALSE(amend_of("arif").at("allowed").as_bool());
    CHECK(text_at(amend_of("arif"), "/reason") == "An amendment is still open.");
}

TEST_CASE("others go on seeing the revision in force while an amendment is drafted")
{
    running_api here;
    const auto id = here.in_force();
    const auto events_told = [&](const std::string& who) {
        return here.read(who, "plans/" + id + "/history?limit=200").at("items").as_array().size();
    };
    std::map<std::string, std::size_t> known;
    for (const char* who : {"ani", "budi", "omar", "oki", "citra"}) known[who] = events_told(who);
    REQUIRE(here.as("ani").post("/api/v1/plans/" + id + "/amendments").status == 201);
    CHECK(events_told("ani") == known["ani"] + 1);
    for (const char* other : {"budi", "omar", "oki", "citra"}) {
        INFO(other);
        const auto plan = here.read(other, "plans/" + id);
        CHECK(text_at(plan, "/state") == "in_force");
        CHECK(plan.at("open_revision").is_null());
        const auto revisions = here.read(other, "plans/" + id + "/revisions");
        CHECK(revisions.at("items").as_array().size() == 1);
        CHECK(here.as(other).get("/api/v1/plans/" + id + "/diff?from=1&to=2").status == 404);
        CHECK(here.as(other).get("/api/v1/plans/" + id + "/actions?revision=2").status == 404);
        const auto file = "/api/v1/plans/" + id + "/export?format=csv&revision=";
        CHECK(here.as(other).get(file + "1").status == 200);
        CHECK(here.as(other).get(file + "2").status == 404);
        CHECK(events_told(other) == known[other]);
    }
    const auto all = here.read("ani", "plans/" + id + "/revisions");
    CHECK(text_at(all, "/items/0/decree_number") == "188.44/1");
    CHECK(text_at(all, "/items/0/submitted_by/name") == "Name of ani");
    CHECK(text_at(all, "/items/1/state") == "draft");
}

TEST_CASE("the history is numbered from one without a gap, page by page")
{
    running_api here;
    const auto id = here.in_force();
    std::int64_t seq = 0;
    std::string query = "?limit=3";
    for (bool more = true; more;) {
        const auto page = here.read("ani", "plans/" + id + "/history" + query);
        for (const auto& e : page.at("items").as_array())
            CHECK(e.at("seq").to_number<std::int64_t>() == ++seq);
        more = !page.at("next").is_null();
        if (more) query = "?limit=3&cursor=" + text_at(page, "/next");
    }
    CHECK(seq > 6);
}
