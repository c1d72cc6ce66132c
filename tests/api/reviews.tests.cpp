// Reviews, approvals and reports over HTTP: lists, single ones, and what they let one do.
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"

using support::counter;

TEST_CASE("the agencies' reviews of a submitted plan are listed, and told one by one")
{
    counter here;
    const auto plan = here.behind().draft();
    CHECK(here.get("ani", "/plans/" + plan + "/reviews").at("/items").as_array().empty());
    CHECK(here.get("budi", "/plans/" + plan + "/reviews").status() == 404);
    here.behind().submit(plan);
    const auto list = here.get("budi", "/plans/" + plan + "/reviews");
    REQUIRE(list.at("/items").as_array().size() == 2);
    CHECK_FALSE(list.at("/items/0").as_object().contains("commands"));
    std::string mine;
    for (const auto& each : list.at("/items").as_array())
        if (each.as_object().at("agency").as_object().at("id") == "health")
            mine = each.as_object().at("id").as_string();
    const auto one = here.get("budi", "/reviews/" + mine);
    CHECK(one.header("ETag") == "\"1\"");
    CHECK(one.text("/plan") == plan);
    CHECK(one.text("/state") == "pending");
    CHECK(one.text("/commands/0/name") == "confirm");
    CHECK(one.text("/commands/0/allowed") == "true");
    CHECK(one.text("/commands/0/who") == "null");
    const auto other = here.get("rina", "/reviews/" + mine);
    CHECK(other.text("/commands/0/allowed") == "false");
    CHECK(other.text("/commands/0/who/0/agency/id") == "health");
    CHECK(other.text("/commands/0/who/0/names/0") == "Name of budi");
}

TEST_CASE("superseded reviews are listed only when all are asked for")
{
    counter here;
    const auto plan = here.behind().draft();
    here.behind().submit(plan);
    const auto first = here.get("ani", "/plans/" + plan + "/reviews").text("/items/0/id");
    REQUIRE(here.give("ani", "plans", plan, "recall", R"({"reason":"Keliru"})").status() == 200);
    here.behind().submit(plan);
    CHECK(here.get("ani", "/plans/" + plan + "/reviews").at("/items").as_array().size() == 2);
    CHECK(here.get("ani", "/plans/" + plan + "/reviews?all=true").at("/items").as_array().size() ==
          4);
    const auto old = here.get("ani", "/reviews/" + first);
    CHECK(old.text("/state") == "superseded");
    CHECK(old.text("/commands") == "[]");
}

TEST_CASE("an approval tells its votes and wants a recent sign-in")
{
    counter here;
    const auto plan = here.behind().draft();
    here.behind().submit(plan);
    here.behind().confirm_all(plan);
    const auto id = here.get("omar", "/plans/" + plan + "/approvals").text("/items/0/id");
    const std::string path = "/api/v1/approvals/" + id;
    CHECK(here.get("omar", "/approvals/" + id).text("/commands/0/needs") == "[]");
    const auto tired = here.ask("omar", "GET", path, {}, {{"x-stale-sign-in", "1"}});
    CHECK(tired.text("/commands/0/needs/0") == "step_up");
    const support::headers now{{"if-match", "\"1\""}};
    for (const char* how : {"x-stale-sign-in", "x-bearer"}) {
        auto more = now;
        more.emplace_back(how, "1");
        const auto no = here.ask("omar", "POST", path + "/commands/approve", "{}", more);
        CHECK(no.status() == 403);
        CHECK(no.code() == "step_up_required");
    }
    REQUIRE(here.give("omar", "approvals", id, "approve").status() == 200);
    const auto done = here.get("ani", "/approvals/" + id);
    CHECK(done.text("/state") == "approved");
    CHECK(done.text("/votes/0/by/name") == "Name of omar");
}

TEST_CASE("lists and single ones of what somebody may not see are not found")
{
    counter here;
    const auto plan = here.behind().draft();
    here.behind().submit(plan);
    here.behind().confirm_all(plan);
    const auto review = here.get("ani", "/plans/" + plan + "/reviews").text("/items/0/id");
    const auto approval = here.get("ani", "/plans/" + plan + "/approvals").text("/items/0/id");
    const std::string paths[]{"/plans/" + plan + "/reviews", "/plans/" + plan + "/approvals",
                              "/reviews/" + review, "/approvals/" + approval};
    for (const auto& path : paths) {
        INFO(path);
        CHECK(here.get("ani", path).status() == 200);
        const auto unknown = here.get("ani", path.substr(0, path.find('/', 1)) + "/nothing");
        for (const char* who : {"fitri", "hana", "dewi"}) {
            const auto no = here.get(who, path);
            CHECK(no.status() == 404);
            CHECK(no.raw.body == unknown.raw.body);
        }
        CHECK(here.ask("", "GET", "/api/v1" + path).status() == 401);
        CHECK(here.get("ani", path + "?nonsense=1").status() == 400);
        CHECK(here.get("hana", path + "?nonsense=1").status() == 404);
    }
    CHECK(here.get("ani", paths[0] + "?all=perhaps").status() == 400);
    CHECK(here.get("hana", paths[0] + "?all=perhaps").status() == 404);
    CHECK(here.get("ani", paths[0] + "?cursor=zz").status() == 400);
    CHECK(here.ask("ani", "PUT", "/api/v1" + paths[2]).status() == 405);
    CHECK(here.ask("hana", "PUT", "/api/v1" + paths[2]).status() == 404);
}

TEST_CASE("commands on what one may not see are not found before any fault of form is told")
{
    counter here;
    const auto plan = here.behind().draft();
    const std::string path = "/api/v1/plans/" + plan + "/commands/";
    CHECK(here.ask("ani", "POST", path + "submit", "{}").status() == 428);
    CHECK(here.ask("ani", "POST", path + "submit", "[").status() == 400);
    CHECK(here.ask("budi", "POST", path + "submit", "[").status() == 404);
    CHECK(here.ask("ani", "POST", path + "conclude_review", "[").status() == 404);
    CHECK(here.ask("ani", "POST", path + "nonsense", "{}").status() == 404);
}

TEST_CASE("a period report tells its gaps and totals, upward only what was declared")
{
    counter here;
    const auto plan = here.behind().in_force();
    const auto list = here.get("ani", "/reports?region=62&kind=rad_pks&year=2026&period=B04");
    REQUIRE(list.at("/items").as_array().size() == 1);
    const auto id = list.text("/items/0/id");
    CHECK(here.get("ani", "/reports").at("/items").as_array().size() == 3);
    CHECK(here.get("ani", "/reports?year=2025").at("/items").as_array().empty());
    CHECK(here.get("ani", "/reports?year=soon").status() == 400);
    auto one = here.get("ani", "/reports/" + id);
    CHECK(one.text("/state") == "compiling");
    CHECK(one.text("/region/code") == "62");
    CHECK(one.text("/totals/targets") == "2");
    CHECK(one.text("/totals/states/open") == "2");
    CHECK(one.text("/totals/reports_below/total") == "1");
    CHECK(one.at("/gaps").as_array().size() == 3); // two targets and the district
    for (const char* who : {"citra", "omar", "budi", "dewi", "hana"}) {
        INFO(who);
        CHECK(here.get(who, "/reports/" + id).status() == 404);
    }
    std::string gaps;
    for (const auto& gap : one.at("/gaps").as_array())
        gaps += (gaps.empty() ? "" : ",") +
                ("{\"id\":\"" + std::string(gap.as_object().at("id").as_string()) +
                 "\",\"reason\":\"belum\"}");
    CHECK(here.give("ani", "reports", id, "submit").status() == 422);
    REQUIRE(here.give("ani", "reports", id, "submit", "{\"gaps\":[" + gaps + "]}").status() == 200);
    one = here.get("citra", "/reports/" + id);
    CHECK(one.text("/gaps/0/reason") == "belum");
    CHECK(one.text("/commands/0/name") == "receive");
    CHECK(one.text("/commands/0/allowed") == "true");
    CHECK(here.get("omar", "/reports/" + id).status() == 200);
    CHECK(here.get("budi", "/reports/" + id).status() == 404);
    CHECK(here.give("ani", "reports", id, "receive").status() == 403);
    CHECK(here.give("citra", "reports", id, "receive").status() == 200);
}
