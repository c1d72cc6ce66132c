// A stale If-Match, after everything that the contract checks before it.
#include "tests/scenarios/support/plan_life.hpp"
#include <boost/json/serialize.hpp>

using namespace scenarios;

TEST_CASE("a stale version is told last, after right, state, body and guard")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = house::of(which);
    plan_life plan{demo, "sekretariat.kotim", "sahli.kotim"};
    plan.begin("62.02", "rad_p3aks", 2031);
    const std::string agency = demo.account_of("kepala.sosial.kotim").agency;
    person& keeper = plan.keeper();
    const auto command = [&](person& who, const std::string& name, const json::value& body) {
        return who.post("/plans/" + plan.id + "/commands/" + name, body, {{"If-Match", "\"77\""}});
    };

    CHECK(command(keeper, "submit", json::object{}).code() == "guard"); // it has no action yet
    const std::string row = text(plan.add_action(agency, "Dialog warga"), "id");
    CHECK(command(keeper, "submit", json::object{}).code() == "stale");
    plan.submit();
    CHECK(command(demo.as("kepala.sosial.kotim"), "recall", json::object{}).code() == "forbidden");
    CHECK(command(keeper, "submit", json::object{}).code() == "wrong_state");
    CHECK(command(keeper, "recall", json::object{}).code() == "invalid"); // without its reason
    const auto stale = command(keeper, "recall", {{"reason", "Ada yang kurang"}});
    CHECK(stale.status == 412);
    CHECK(stale.code() == "stale");
    CHECK(text(plan.now(), "state") == "agency_review");
    const auto none = keeper.post("/plans/" + plan.id + "/commands/recall", {{"reason", "x"}});
    CHECK(none.status == 428);

    plan.keeper().done("plans", plan.id, "recall", {{"reason", "Ada yang kurang"}});
    const header_list old{{"If-Match", "\"1\""}};
    keeper.change("/actions/" + row, {{"theme", "Kerukunan"}});
    CHECK(keeper.send("PATCH", "/actions/" + row, R"({"theme":"Lain"})", old).status == 412);
    CHECK(keeper.send("DELETE", "/actions/" + row, "", old).status == 412);
    CHECK(keeper.send("PATCH", "/plans/" + plan.id, R"({"title":"Lain"})", old).status == 412);
    CHECK(text(keeper.see("/actions/" + row), "theme") == "Kerukunan");
}

TEST_CASE("of two people who read the same version only the first is heard")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = house::of(which);
    plan_life plan{demo, "sekretariat.kotim", "sahli.kotim"};
    plan.begin("62.02", "rad_p3aks", 2032);
    const std::string path = "/plans/" + plan.id;
    person& keeper = plan.keeper();
    const header_list seen{{"If-Match", etag_of(keeper.see(path))}};
    CHECK(keeper.send("PATCH", path, R"({"title":"Pertama"})", seen).status == 200);
    CHECK(keeper.send("PATCH", path, R"({"title":"Kedua"})", seen).status == 412);
    CHECK(text(keeper.see(path), "title") == "Pertama");
}
