// Definitions over HTTP: what the pages draw their buttons from.
#include "api/nouns/workflows.hpp"
#include "definitions/catalog.hpp"
#include "definitions/kinds.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"

using support::town_hall;

TEST_CASE(
    "every machine is described whole, in the caller's language, with a picture of all states")
{
    town_hall here;
    auto eka = here.signed_in("eka");
    const auto list = eka.get("/api/v1/workflows").json();
    CHECK(list.at("items").as_array().size() == definitions::catalog().size());
    for (const workflow::definition& d : definitions::catalog()) {
        const std::string name(d.name);
        CAPTURE(name);
        const auto got = eka.get("/api/v1/workflows/" + name).json();
        CHECK(got.at("states").as_array().size() == d.states.size());
        CHECK(got.at("commands").as_array().size() == d.commands.size());
        CHECK(got.at("rules").as_array().size() == d.transitions.size());
        const auto picture = eka.get(std::string(got.at("diagram").as_string()));
        CHECK(picture.status == 200);
        CHECK(picture.header("content-type").starts_with("image/svg+xml"));
        for (const std::string_view state : d.states)
            CHECK(picture.body.find("class=\"node " + std::string(state) + "\"") !=
                  std::string::npos);
    }
    const auto drafting = eka.get("/api/v1/workflows/rad_drafting").json();
    CHECK(drafting.at("title") == "Drafting of the plan");
    CHECK(drafting.at("states").as_array().front().at("title") == "draft");
    CHECK(eka.get("/api/v1/workflows/none").status == 404);
    CHECK(eka.get("/api/v1/workflows/none/diagram.svg").status == 404);
}

TEST_CASE("a kind is told with names in both languages")
{
    town_hall here;
    auto eka = here.signed_in("eka");
    const auto kinds = eka.get("/api/v1/kinds?limit=1").json();
    CHECK(kinds.at("next").is_string());
    const auto all = eka.get("/api/v1/kinds").json();
    const auto first = all.at("items").as_array().back();
    CHECK(first.at("name") == "rad_pks");
    CHECK(first.at("phases").as_array().front().at("name").at("en") == "Prevention");
    CHECK(first.at("phases").as_array().front().at("name").at("id") == "Pencegahan");
    CHECK(first.at("periods").as_array().size() == 3);
    CHECK(first.at("evidence_kinds").as_array().size() == 10);
    for (const auto& each : first.at("evidence_kinds").as_array())
        CHECK(each.at("name").at("en") != each.at("code"));
    const std::string next(kinds.at("next").as_string());
    const auto rest = eka.get("/api/v1/kinds?limit=1&cursor=" + next).json();
    CHECK(rest.at("items").as_array().front().at("name") == first.at("name"));
    CHECK(rest.at("next").is_null());
    CHECK(eka.get("/api/v1/kinds?cursor=x").status == 400);
}

TEST_CASE("the schema of a kind's file is told to who has not signed in, word for word")
{
    town_hall here;
    const auto told = here.client().get("/api/v1/kinds/schema.json");
    CHECK(told.status == 200);
    CHECK(told.body == definitions::kind_schema());
    CHECK(told.header("content-type") == "application/schema+json");
}
