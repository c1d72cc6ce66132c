// A plan that was adopted before there was a system.
#include "tests/scenarios/support/plan_life.hpp"

using namespace scenarios;

TEST_CASE("a plan adopted before the system is registered with its decree and flagged for ever")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = house::of(which);
    plan_life plan{demo, "sekretariat.palangkaraya", "sahli.palangkaraya"};
    plan.begin("62.71", "rad_p3aks", 2026);
    const std::string agency = demo.account_of("kepala.sosial.palangkaraya").agency;
    plan.add_action(agency, "Dialog kerukunan");
    person& keeper = plan.keeper();
    const json::object decree{{"decree_number", "188.4/3/2026"}, {"decree_date", "2026-01-20"}};

    CHECK(keeper.give("plans", plan.id, "register", decree).status == 422); // the scan is missing
    json::object with_stranger = decree;
    with_stranger["decree_scan"] = "nosuchfile";
    CHECK(keeper.give("plans", plan.id, "register", with_stranger).status == 422);
    CHECK_FALSE(plan.now().at("registered").as_bool());

    const auto scan = keeper.upload("/plans/" + plan.id + "/documents",
                                    {"keputusan.pdf", pdf("Keputusan Wali Kota"), {}});
    json::object with_scan = decree;
    with_scan["decree_scan"] = scan.at("id");
    keeper.done("plans", plan.id, "register", with_scan);
    CHECK(text(plan.now(), "state") == "in_force");
    CHECK(plan.now().at("registered").as_bool());
    CHECK(plan.reviews().empty());
    REQUIRE(plan.targets("B04").size() == 1);
    CHECK(text(plan.targets("B04")[0], "state") == "open");
    CHECK(text(plan.targets("B08")[0], "state") == "planned");
    CHECK(keeper.all("/reports?region=62.71&kind=rad_p3aks&year=2026").size() == 3);

    keeper.make("/plans/" + plan.id + "/amendments", json::object{});
    CHECK(keeper.give("plans", plan.id, "register", with_scan).status == 409);
    plan.add_action(agency, "Pos pengaduan");
    plan.come_into_force();
    CHECK(plan.now().at("registered").as_bool());
    CHECK(plan.now().at("in_force_revision").to_number<int>() == 2);
    CHECK(plan.targets("B04").size() == 2);
    check_numbering(plan.history());
    check_verify(demo.program());
}
