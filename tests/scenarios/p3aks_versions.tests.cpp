// The product's own second version of a kind: a plan that was made with the first lives on beside
// those that take the second, each with its own words.
#include "definitions/catalog.hpp"
#include "definitions/kinds.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/plans.hpp"
#include "persistence/nouns/world_store.hpp"
#include "persistence/sql/database.hpp"
#include "tests/scenarios/support/plan_life.hpp"
#include "workflow/step/engine.hpp"
#include <chrono>

using namespace scenarios;
using namespace std::chrono_literals;

namespace {

constexpr const char* region = "62.02";

// As the program before this one began a plan: it knew version 1 alone.
std::string begin_with_version_1(const std::string& url, const std::string& user)
{
    std::vector<workflow::kind> known;
    for (auto& each : definitions::built_in_kinds())
        if (each.version == 1) known.push_back(std::move(each));
    const workflow::kind_registry kinds(std::move(known), definitions::kept_kind);
    persistence::database store(
        url,
        {.clock = [] { return workflow::instant(std::chrono::sys_days(2026y / 3 / 10) + 2h); }});
    workflow::plan head;
    head.id = "p3aksversionone";
    head.kind = "rad_p3aks";
    head.kind_version = kinds.newest("rad_p3aks")->version;
    head.region = region;
    head.year = 2026;
    head.title = "RAD P3AKS 2026";
    workflow::principal who;
    who.user = {user, "Sekretariat"};
    store.write([&](persistence::unit_of_work& unit) {
        REQUIRE(persistence::insert_plan(unit, head, who.user).has_value());
        persistence::keep_kind(unit, *kinds.newest("rad_p3aks"));
        persistence::world_store worlds({unit, kinds, [] { return std::string("unused"); }});
        const auto fresh = worlds.load_plan(head.id, workflow::parts::whole);
        auto begun = workflow::begin_plan({&definitions::catalog(), {}}, *fresh, who);
        worlds.save(*fresh, begun);
    });
    return head.id;
}

int add_action_of(plan_life& plan, const std::string& phase)
{
    return plan.keeper()
        .post("/plans/" + plan.id + "/actions", {{"phase", phase}, {"title", "Aksi " + phase}})
        .status;
}

void check_phases(plan_life& plan, const std::vector<std::string>& own,
                  const std::vector<std::string>& others)
{
    for (const std::string& phase : own) {
        INFO(phase);
        CHECK(add_action_of(plan, phase) == 201);
    }
    for (const std::string& phase : others) {
        INFO(phase);
        CHECK(add_action_of(plan, phase) == 422);
    }
    for (const json::value& row : plan.keeper().all("/plans/" + plan.id + "/actions"))
        if (text(row, "title").starts_with("Aksi "))
            plan.keeper().send("DELETE", "/actions/" + text(row, "id"), {},
                               {{"If-Match", etag_of(row)}});
}

int version_in(person& reader, const std::string& year)
{
    const auto row =
        find(reader.all("/overview?kind=rad_p3aks&year=" + year), "/region/code", region);
    return row.at("kind_version").to_number<int>();
}

std::vector<int> versions_in(person& reader, const std::string& query)
{
    std::vector<int> found;
    for (const json::value& each : reader.all("/kinds" + query))
        if (text(each, "name") == "rad_p3aks") found.push_back(each.at("version").to_number<int>());
    return found;
}

} // namespace

TEST_CASE("a plan of rad_p3aks version 1 lives on beside those of version 2")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house demo(which, "2026-03-10");
    const std::string user = demo.as("sekretariat.kotim").id();
    plan_life former{demo, "sekretariat.kotim", "sahli.kotim"};
    demo.start_anew("2026-03-10",
                    [&] { former.id = begin_with_version_1(demo.program().database_url(), user); });
    CHECK(former.now().at("kind_version").to_number<int>() == 1);
    check_phases(former, {"prevention", "cessation", "recovery"}, {"handling", "empowerment"});
    former.add_action(demo.account_of("kepala.sosial.kotim").agency, "Dialog warga");
    former.come_into_force();
    CHECK(former.targets("B04").size() == 1);

    plan_life fresh{demo, "sekretariat.kotim", "sahli.kotim"};
    fresh.begin(region, "rad_p3aks", 2027);
    CHECK(fresh.now().at("kind_version").to_number<int>() == 2);
    check_phases(fresh, {"prevention", "handling", "empowerment"}, {"cessation", "recovery"});

    former.keeper().done("plans", former.id, "amend");
    check_phases(former, {"recovery"}, {"empowerment"});
    CHECK(former.now().at("kind_version").to_number<int>() == 1);
    CHECK(version_in(former.keeper(), "2026") == 1);
    CHECK(version_in(former.keeper(), "2027") == 2);
    CHECK(versions_in(former.keeper(), "") == std::vector{2});
    CHECK(versions_in(former.keeper(), "?all=true") == std::vector{1, 2});
    check_verify(demo.program());
}
