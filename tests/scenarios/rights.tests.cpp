// Somebody without the right is told why and who; what they cannot see does not exist for them.
#include "tests/scenarios/support/plan_life.hpp"
#include <algorithm>

using namespace scenarios;

namespace {

plan_life small_draft(house& demo, int year)
{
    plan_life plan{demo, "sekretariat.kotim", "sahli.kotim"};
    plan.begin("62.02", "rad_p3aks", year);
    plan.add_action(demo.account_of("kepala.sosial.kotim").agency, "Dialog warga");
    return plan;
}

bool names(const json::value& problem, const std::string& role, const std::string& name)
{
    const json::array& who = problem.at("who").as_array();
    return std::any_of(who.begin(), who.end(), [&](const json::value& each) {
        const json::array& known = each.at("names").as_array();
        return text(each, "role") == role &&
               std::find(known.begin(), known.end(), json::value(name)) != known.end();
    });
}

} // namespace

TEST_CASE("somebody without the right is told why, and who has it")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = house::of(which);
    plan_life plan = small_draft(demo, 2026);
    plan.submit();

    for (const char* who : {"kepala.sosial.kotim", "staf.sosial.kotim", "sahli.kotim"}) {
        INFO(who);
        const auto no = demo.as(who).give("plans", plan.id, "recall", {{"reason", "Coba"}});
        REQUIRE(no.status == 403);
        CHECK(no.header("content-type").starts_with("application/problem+json"));
        const auto problem = no.json();
        CHECK(text(problem, "code") == "forbidden");
        CHECK_FALSE(text(problem, "reason").empty());
        CHECK(names(problem, "secretariat", demo.account_of("sekretariat.kotim").name));
    }
    const std::string review = text(plan.reviews().at(0), "id");
    const auto no = plan.keeper().give("reviews", review, "confirm");
    REQUIRE(no.status == 403);
    CHECK(names(no.json(), "agency_head", demo.account_of("kepala.sosial.kotim").name));

    plan.keeper().done("plans", plan.id, "recall", {{"reason", "Ditarik kembali"}});
}

TEST_CASE("the reason comes in the language that is asked for")
{
    house& demo = house::of(backend::sqlite);
    plan_life plan = small_draft(demo, 2029);
    plan.submit();
    person head = demo.another("kepala.sosial.kotim");
    const auto indonesian = head.give("plans", plan.id, "recall", {{"reason", "x"}});
    head.change("/users/" + head.id(), {{"locale", "en"}});
    const auto english = head.give("plans", plan.id, "recall", {{"reason", "x"}});
    CHECK(indonesian.json().at("code") == english.json().at("code"));
    CHECK(indonesian.json().at("reason") != english.json().at("reason"));
    head.change("/users/" + head.id(), {{"locale", "id"}});
}

TEST_CASE("what somebody cannot see answers exactly as what does not exist")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = house::of(which);
    plan_life plan = small_draft(demo, 2030); // never submitted: nobody else sees it
    const json::object action = plan.keeper().all("/plans/" + plan.id + "/actions")[0].as_object();

    for (const char* who : {"staf.sosial.kotim", "sahli.kotim", "sekretariat.kalteng",
                            "sekretariat.kobar", "admin.kalteng", "pengamat.kalteng"}) {
        INFO(who);
        person& stranger = demo.as(who);
        const auto same = [&](const std::string& before, const std::string& id,
                              const std::string& after, std::string_view method) {
            INFO(method << " " << before << after);
            const header_list match{{"If-Match", "\"1\""}};
            const std::string body = method == "GET" || method == "DELETE" ? "" : "{}";
            const auto hidden = stranger.send(method, before + id + after, body, match);
            const auto unknown = stranger.send(method, before + "nosuchthing" + after, body, match);
            CHECK(hidden.status == 404);
            CHECK(unknown.status == 404);
            CHECK(hidden.body == unknown.body);
        };
        same("/plans/", plan.id, "", "GET");
        same("/plans/", plan.id, "", "PATCH");
        same("/plans/", plan.id, "/actions", "GET");
        same("/plans/", plan.id, "/actions", "POST");
        same("/plans/", plan.id, "/reviews", "GET");
        same("/plans/", plan.id, "/approvals", "GET");
        same("/plans/", plan.id, "/history", "GET");
        same("/plans/", plan.id, "/comments", "GET");
        same("/plans/", plan.id, "/export?format=csv", "GET");
        same("/plans/", plan.id, "/commands/submit", "POST");
        same("/plans/", plan.id, "/amendments", "POST");
        same("/actions/", text(action, "id"), "", "GET");
        same("/actions/", text(action, "id"), "", "DELETE");
        for (const json::value& each : stranger.all("/plans?region=62.02"))
            CHECK(text(each, "id") != plan.id);
    }
}
