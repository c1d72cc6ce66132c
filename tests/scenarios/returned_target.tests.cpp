// One target returned while the others stay signed off.
#include "tests/scenarios/support/plan_life.hpp"

using namespace scenarios;

namespace {

json::object sign_off_body()
{
    return {{"scores", {{"administration", 100}, {"substance", 75}}}};
}

std::map<std::string, std::string> states_and_versions(plan_life& plan)
{
    std::map<std::string, std::string> found;
    for (const json::value& target : plan.targets("B04"))
        found[text(target, "id")] = text(target, "state") + " " + etag_of(target);
    return found;
}

} // namespace

TEST_CASE("one target is returned while the others stay signed off")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = house::of(which);
    plan_life plan{demo, "sekretariat.kalteng", "sahli.kalteng"};
    plan.begin("62", "rad_p3aks", 2026);
    const std::string agency = demo.account_of("kepala.dp3appkb").agency;
    for (const char* title : {"Pendampingan desa", "Pokja P3AKS", "Pelatihan paralegal"})
        plan.add_action(agency, title);
    plan.come_into_force();

    person& staff = demo.as("staf.dp3appkb");
    person& head = demo.as("kepala.dp3appkb");
    for (const json::value& target : plan.targets("B04")) {
        report_target(staff, text(target, "id"), "Sembilan kegiatan");
        head.done("targets", text(target, "id"), "endorse");
    }
    const json::array endorsed = plan.targets("B04");
    REQUIRE(endorsed.size() == 3);
    const std::string returned = text(endorsed[1], "id");
    for (const json::value& target : endorsed)
        if (text(target, "id") != returned)
            plan.keeper().done("targets", text(target, "id"), "sign_off", sign_off_body());
    auto before = states_and_versions(plan);

    plan.keeper().done("targets", returned, "return_for_changes", {{"reason", "Foto buram"}});
    auto after = states_and_versions(plan);
    before.erase(returned);
    after.erase(returned);
    CHECK(after == before);

    const json::object again = staff.see("/targets/" + returned);
    CHECK(text(again, "state") == "open");
    CHECK(again.at("round").to_number<int>() == 2);
    CHECK(text(again, "achievement") == "Sembilan kegiatan");
    CHECK(again.at("evidence").as_array().size() == 1);

    staff.done("targets", returned, "report");
    head.done("targets", returned, "endorse");
    plan.keeper().done("targets", returned, "sign_off", sign_off_body());
    for (const json::value& target : plan.targets("B04"))
        CHECK(text(target, "state") == "signed_off");
    check_numbering(plan.history());
    check_verify(demo.program());
}

TEST_CASE("a bulk sign-off tells each item's own outcome and does what can be done")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = house::of(which);
    plan_life plan{demo, "sekretariat.kobar", "sahli.kobar"};
    plan.begin("62.01", "rad_p3aks", 2026);
    const std::string agency = demo.account_of("kepala.sosial.kobar").agency;
    for (const char* title : {"Rumah aman", "Layanan terpadu"}) plan.add_action(agency, title);
    plan.come_into_force();
    const json::array open = plan.targets("B04");
    REQUIRE(open.size() == 2);
    const std::string ready = text(open[0], "id");
    report_target(demo.as("staf.sosial.kobar"), ready, "Satu rumah aman");
    demo.as("kepala.sosial.kobar").done("targets", ready, "endorse");

    json::array items;
    for (const json::value& target : plan.targets("B04")) {
        json::object item = sign_off_body();
        item["id"] = target.at("id");
        item["version"] = target.at("version");
        items.push_back(std::move(item));
    }
    const auto answer =
        expect(200, plan.keeper().post("/targets/commands/sign_off", {{"items", items}}), "bulk");
    for (const json::value& outcome : answer.at("items").as_array()) {
        const bool is_ready = text(outcome, "id") == ready;
        CHECK(outcome.at("status").to_number<int>() == (is_ready ? 200 : 409));
        if (!is_ready) CHECK(text(outcome.at("problem"), "code") == "wrong_state");
    }
    CHECK(text(plan.keeper().see("/targets/" + ready), "state") == "signed_off");
}
