// The demo as somebody finds it who runs one command.
#include "tests/scenarios/support/plan_life.hpp"
#include <set>
#include <sys/stat.h>

using namespace scenarios;

namespace {

constexpr const char* day = "2026-10-20";

std::set<std::string> states_of(person& by, const std::string& path)
{
    std::set<std::string> found;
    for (const json::value& each : by.all(path)) found.insert(text(each, "state"));
    return found;
}

// One demo a database for the claims below; restarting it is one of them.
house& autumn(backend which)
{
    if (which == backend::sqlite) {
        static house on_sqlite(backend::sqlite, day);
        return on_sqlite;
    }
    static house on_mariadb(backend::mariadb, day);
    return on_mariadb;
}

std::set<std::string> districts_without_plan(house& demo)
{
    std::set<std::string> without, with;
    person& reader = demo.as("pengamat.kalteng");
    for (const json::value& each : reader.all("/overview?kind=rad_pks&year=2026&region=62"))
        if (text(each, "state") == "not_drafted" || text(each, "state") == "not_submitted")
            without.insert(text(each.at("region"), "code"));
    return without;
}

} // namespace

TEST_CASE("the accounts file is its owner's alone and lets everybody in")
{
    house& demo = autumn(backend::sqlite);
    struct stat found {};
    REQUIRE(::stat((demo.program().data() / "accounts.json").c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0600);

    std::map<std::string, int> roles;
    std::set<std::string> passwords;
    for (const account& each : demo.accounts()) {
        ++roles[each.role];
        passwords.insert(each.password);
        CHECK(each.agency.empty() == each.agency_name.empty());
        CHECK_FALSE(demo.as(each.username).id().empty());
    }
    CHECK(demo.accounts().size() >= 33);
    CHECK(passwords.size() == demo.accounts().size());
    CHECK(roles["agency_head"] >= 9);
    CHECK(roles["agency_staff"] >= 9);
    for (const char* role : {"secretariat", "sahli", "observer", "administrator"}) {
        INFO(role);
        CHECK(roles[role] >= 1);
    }
    CHECK(demo.holder("secretariat", "00").username == "sekretariat.nasional");
}

TEST_CASE("the demo shows every stage of a plan and every state of a target")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = autumn(which);
    person& keeper = demo.as("sekretariat.kalteng");
    const auto plan = keeper.all("/plans?region=62&year=2026");
    REQUIRE(plan.size() == 1);
    CHECK(text(plan[0], "state") == "in_force");
    const std::string of = "/targets?plan=" + text(plan[0], "id") + "&period=";
    const std::set<std::string> finals{"signed_off", "infeasible", "not_reported"};
    for (const char* period : {"B04", "B08"})
        for (const std::string& state : states_of(keeper, of + period))
            CHECK(finals.contains(state));
    CHECK(states_of(keeper, of + "B04").contains("not_reported"));
    CHECK(states_of(keeper, of + "B12") == std::set<std::string>{"open", "reported", "endorsed",
                                                                 "signed_off", "infeasible_claimed",
                                                                 "infeasible"});

    CHECK(states_of(demo.as("sekretariat.palangkaraya"), "/plans").contains("agency_review"));
    CHECK(states_of(demo.as("sekretariat.kobar"), "/plans").contains("sahli_approval"));
    CHECK(states_of(demo.as("sekretariat.kotim"), "/plans").contains("draft"));
    check_verify(demo.program());
}

TEST_CASE("later periods are planned while the demo's day is in an earlier one")
{
    house& demo = house::of(backend::sqlite);
    person& keeper = demo.as("sekretariat.kalteng");
    const std::string of =
        "/targets?plan=" + text(keeper.all("/plans?region=62&kind=rad_pks&year=2026").at(0), "id");
    for (const char* period : {"&period=B08", "&period=B12"})
        CHECK(states_of(keeper, of + period) == std::set<std::string>{"planned"});
}

TEST_CASE("at least five districts of the demo have no plan yet")
{
    CHECK(districts_without_plan(autumn(backend::sqlite)).size() >= 5);
}

TEST_CASE("a demo that is started again goes on where it was")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = autumn(which);
    person& keeper = demo.as("sekretariat.kalteng");
    const auto made = keeper.make(
        "/plans", {{"kind", "rad_p3aks"}, {"region", "62"}, {"year", 2027}, {"title", "Tetap"}});
    const auto accounts = demo.accounts().size();
    demo.program().stop();
    demo.program().start();
    CHECK(keeper.see("/plans/" + text(made, "id")).at("title") == "Tetap"); // the session holds too
    CHECK(read_accounts(demo.program().data()).size() == accounts);
    keeper.make("/plans",
                {{"kind", "rad_p3aks"}, {"region", "62"}, {"year", 2028}, {"title", "Lanjut"}});
}

TEST_CASE("a demo of another day than its directory's is refused with exit code 2")
{
    house& demo = autumn(backend::sqlite);
    const auto refused =
        run_rampung({"demo", "--listen", "127.0.0.1:0", "--data", demo.program().data().string(),
                     "--database", demo.program().database_url(), "--date", "2026-10-21"});
    INFO(refused.output);
    CHECK(refused.exit_code == 2);
    CHECK(refused.output.find(day) != std::string::npos);
}
