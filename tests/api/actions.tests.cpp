// The rows of a matrix over HTTP: written in a draft, read by whoever sees the plan.
#include "tests/api/support/running_api.hpp"
#include "tests/support/catch.hpp"
#include <boost/json/serialize.hpp>

using support::action_body;
using support::running_api;
using support::text_at;

TEST_CASE("an action is kept as it was written, and numbered when nobody says how")
{
    running_api here;
    const auto plan = here.plan();
    const auto made = here.as("ani").post(
        "/api/v1/plans/" + plan + "/actions",
        R"({"title":"Pelatihan","phase":"cessation","theme":"Tema","location":"Sampit",
            "lead_agency":{"id":"a-health"},
            "supporting_agencies":[{"id":"a-social"},{"id":null,"name":"Forum"},{"name":"Polda"}],
            "success_criterion":"Baris\nkedua","budget_source":"APBD","mandatory":true,
            "note":"Catatan","measure":"period",
            "targets":[{"period":"B12","text":"75,5 %","quantity":75.5,"unit":"%"},
                       {"period":"B04","text":"SK Pokja"}]})");
    INFO(made.body);
    REQUIRE(made.status == 201);
    const auto action = made.json();
    CHECK(made.header("location") == "/api/v1/actions/" + text_at(action, "/id"));
    CHECK(text_at(action, "/number") == "1");
    CHECK(text_at(action, "/plan") == plan);
    CHECK(text_at(action, "/lead_agency/name") == "Agency health");
    CHECK(text_at(action, "/supporting_agencies/0/name") == "Agency social");
    CHECK(action.at_pointer("/supporting_agencies/1/id").is_null());
    CHECK(text_at(action, "/supporting_agencies/2/name") == "Polda");
    CHECK(text_at(action, "/targets/0/period") == "B04");
    CHECK(action.at_pointer("/targets/0/quantity").is_null());
    CHECK(action.at_pointer("/targets/1/quantity").as_double() == 75.5);
    CHECK(here.read("arif", "actions/" + text_at(action, "/id")) == action);
    const auto next = here.add_action(plan, action_body("Lain", "a-social"));
    CHECK(text_at(here.read("ani", "actions/" + next), "/number") == "2");
}

TEST_CASE("a change touches only what it names, and a target stays the same while its period does")
{
    running_api here;
    const auto path = "actions/" + here.add_action(here.plan(), action_body("Satu", "a-health"));
    const auto before = here.read("ani", path);
    auto ani = here.as("ani");
    const auto changed =
        ani.send("PATCH", "/api/v1/" + path,
                 R"({"title":"Dua","lead_agency":null,"targets":[{"period":"B08","text":"3"}]})",
                 {{"If-Match", "\"1\""}});
    INFO(changed.body);
    REQUIRE(changed.status == 200);
    CHECK(changed.header("etag") == "\"2\"");
    const auto after = changed.json();
    CHECK(text_at(after, "/title") == "Dua");
    CHECK(text_at(after, "/success_criterion") == "Terlaksana");
    CHECK(after.at("lead_agency").is_null());
    CHECK(after.at("targets").as_array().size() == 1);
    CHECK(text_at(after, "/targets/0/id") == text_at(before, "/targets/1/id"));
    const auto stale = ani.send("PATCH", "/api/v1/" + path, "{}", {{"If-Match", "\"1\""}});
    CHECK(stale.code() == "stale");
}

TEST_CASE("an action taken out of a draft is gone")
{
    running_api here;
    const auto path =
        "/api/v1/actions/" + here.add_action(here.plan(), action_body("Satu", "a-health"));
    auto ani = here.as("ani");
    CHECK(ani.send("DELETE", path, "", {{"If-Match", "\"2\""}}).status == 412);
    CHECK(ani.send("DELETE", path, "", {{"If-Match", "\"1\""}}).status == 204);
    CHECK(ani.get(path).status == 404);
}

TEST_CASE("actions are edited in a draft only, and the refusal names the state and who could")
{
    running_api here;
    const auto plan = here.draft();
    const auto id = text_at(here.read("ani", "plans/" + plan + "/actions"), "/items/0/id");
    REQUIRE(here.command("ani", "plans/" + plan, "submit").status == 200);
    auto ani = here.as("ani");
    const support::header_list match{{"If-Match", "\"1\""}};
    for (const auto& refused : {ani.post("/api/v1/plans/" + plan + "/actions", "{}"),
                                ani.send("PATCH", "/api/v1/actions/" + id, "{}", match),
                                ani.send("DELETE", "/api/v1/actions/" + id, "", match)}) {
        CHECK(refused.status == 409);
        CHECK(refused.code() == "wrong_state");
        CHECK(text_at(refused.json(), "/reason").find("in agency review") != std::string::npos);
    }
    const auto other = here.as("budi").send("PATCH", "/api/v1/actions/" + id, "{}", match);
    CHECK(other.status == 403);
    CHECK(text_at(other.json(), "/who/0/role") == "secretariat");
    CHECK(text_at(other.json(), "/who/0/names/0") == "Name of ani");
    CHECK(here.as("dewi").send("PATCH", "/api/v1/actions/" + id, "{}", match).status == 404);
}

TEST_CASE("a list of actions is paged by number and shows one revision")
{
    running_api here;
    const auto plan = here.plan();
    for (const char* title : {"Satu", "Dua", "Tiga"})
        here.add_action(plan, action_body(title, "a-health"));
    const auto first = here.read("ani", "plans/" + plan + "/actions?limit=2&revision=1");
    CHECK(text_at(first, "/items/1/title") == "Dua");
    const auto rest =
        here.read("ani", "plans/" + plan + "/actions?limit=2&cursor=" + text_at(first, "/next"));
    CHECK(text_at(rest, "/items/0/title") == "Tiga");
    CHECK(rest.at("next").is_null());
}
