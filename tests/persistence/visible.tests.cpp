// Who sees which plan, for every role and every state a plan goes through: the pure rule, the SQL
// condition and a table written by hand must agree, in every list.
#include "persistence/nouns/visible.hpp"
#include "persistence/nouns/inbox.hpp"
#include "persistence/nouns/overview.hpp"
#include "persistence/nouns/plan_history.hpp"
#include "persistence/nouns/reports.hpp"
#include "persistence/nouns/reviews.hpp"
#include "persistence/nouns/targets.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"
#include <map>

using namespace persistence;
using support::kind;
using support::office;

namespace {

// ani secretariat, budi head of health (leads), rina head of social (leads), sari staff of health,
// omar sahli, tuti observer, citra the nation's secretariat, eka the nation's sahli; fitri of the
// district, hana of another province, dewi and gita administrators.
const std::vector<std::string> inside{"budi", "rina", "sari", "omar", "tuti", "citra", "eka"};
const std::vector<std::string> outside{"fitri", "hana", "dewi", "gita"};

bool sees_plan(office& here, const std::string& who, const std::string& plan)
{
    const auto p = office::person(who);
    return here.store().read([&](unit_of_work& unit) {
        const bool found = find_plan(unit, p, plan).has_value();
        const auto listed = list_plans(unit, p, {}, {});
        const bool in_list = !listed->items.empty();
        CHECK(found == in_list);
        auto worlds = here.store_in(unit, stream_use::read_only);
        const auto loaded = worlds.load_plan(plan, workflow::parts::decisions);
        CHECK(visibility_in(unit, p, loaded.value()) == visibility_of(unit, p, plan));
        (void)worlds.seen_by(office::person("sari"), *loaded); // nor is it another's
        CHECK(worlds.seen_by(p, *loaded) == visibility_of(unit, p, plan));
        CHECK(found == visibility_of(unit, p, plan).any());
        CHECK(found == list_actions(unit, p, plan, {}, {}).has_value());
        CHECK(found == list_reviews(unit, p, plan, true, {}).has_value());
        CHECK(found == list_approvals(unit, p, plan, true, {}).has_value());
        CHECK(found == list_events(unit, p, {"plans", plan}, {}).has_value());
        if (!found) CHECK(list_targets(unit, p, {}, {})->items.empty());
        return found;
    });
}

void check_seen_by(office& here, const std::string& plan, bool shown)
{
    CHECK(sees_plan(here, "ani", plan));
    for (const auto& who : inside) {
        INFO(who);
        CHECK(sees_plan(here, who, plan) == shown);
    }
    for (const auto& who : outside) {
        INFO(who);
        CHECK_FALSE(sees_plan(here, who, plan));
    }
}

} // namespace

TEST_CASE("a plan is seen by its secretariat alone until it is submitted, and by no stranger ever")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.draft();
    check_seen_by(here, plan, false);
    here.submit(plan);
    check_seen_by(here, plan, true);
    workflow::command_body body;
    body.given = {"reason"};
    body.reason = "Perbaikan";
    REQUIRE(here.give("ani", {"plans", plan}, "recall", body).has_value());
    check_seen_by(here, plan, true); // also when back in draft
    here.submit(plan);
    here.confirm_all(plan);
    check_seen_by(here, plan, true);
    here.approve(plan);
    here.adopt(plan);
    check_seen_by(here, plan, true);
}

TEST_CASE("an agency that a plan does not name does not see it")
{
    office here(kind::sqlite_memory);
    const auto plan = here.draft();
    here.submit(plan);
    auto stranger = office::person("budi");
    stranger.appointments[0].agency.id = "kesbang";
    auto elsewhere = office::person("budi");
    elsewhere.appointments[0].region = "62.71";
    here.store().read([&](unit_of_work& unit) {
        for (const auto& nobody : {stranger, elsewhere}) {
            CHECK_FALSE(find_plan(unit, nobody, plan).has_value());
            CHECK(list_plans(unit, nobody, {}, {})->items.empty());
        }
    });
}

TEST_CASE("the rule and the condition say the same of every revision")
{
    office here(kind::sqlite_memory);
    const auto first = here.draft();
    const auto second = here.draft("62.71");
    here.submit(first);
    std::vector<std::string> people = inside;
    people.insert(people.end(), outside.begin(), outside.end());
    people.emplace_back("ani");
    for (const auto& who : people)
        here.store().read([&](unit_of_work& unit) {
            const auto p = office::person(who);
            const revision_facts of_first{"62", "00", true, {"health", "social"}};
            const revision_facts of_second{"62.71", "62", false, {}};
            INFO(who);
            CHECK(sees(reach_of(p), of_first) == visibility_of(unit, p, first).any());
            CHECK(sees(reach_of(p), of_second) == visibility_of(unit, p, second).any());
        });
}

TEST_CASE("a token's region takes away what lies outside it, and gives nothing")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto first = here.draft();
    const auto second = here.draft("62.71");
    here.submit(first);
    std::vector<std::string> people = inside;
    people.insert(people.end(), outside.begin(), outside.end());
    people.emplace_back("ani");
    std::size_t seen = 0;
    for (const auto& who : people)
        for (const char* bound : {"00", "62", "62.71", "81"})
            here.store().read([&](unit_of_work& unit) {
                INFO(who << " within " << bound);
                const auto all = office::person(who);
                auto less = all;
                less.bounds = {workflow::scope::read, bound};
                for (const bool shown : {true, false})
                    for (const auto& [region, parent] :
                         {std::pair{"62", "00"}, std::pair{"62.71", "62"}, std::pair{"62.72", "62"},
                          std::pair{"81", "00"}}) {
                        const revision_facts facts{region, parent, shown, {"health"}};
                        CHECK(sees(reach_of(less), facts) ==
                              (sees(reach_of(all), facts) && workflow::lies_within(region, bound)));
                        CHECK(
                            (!receives(reach_of(less), region) || receives(reach_of(all), region)));
                    }
                for (const auto& [plan, region] :
                     {std::pair{first, "62"}, std::pair{second, "62.71"}}) {
                    const bool may = visibility_of(unit, all, plan).any() &&
                                     workflow::lies_within(region, bound);
                    const auto left = visibility_of(unit, less, plan);
                    CHECK(left.any() == may);
                    if (may) CHECK(left == visibility_of(unit, all, plan));
                    CHECK(find_plan(unit, less, plan).has_value() == may);
                    seen += may ? 1 : 0;
                }
                const auto listed = list_plans(unit, less, {}, {});
                for (const auto& one : listed->items)
                    CHECK(workflow::lies_within(one.plan.region, bound));
                for (const auto& c : inbox_candidates(unit, less, definitions::catalog(), ""))
                    CHECK((c.plan == first ? workflow::lies_within("62", bound)
                                           : workflow::lies_within("62.71", bound)));
            });
    CHECK(seen > 15);
}

TEST_CASE("a report is its secretariat's own until it is submitted")
{
    office here(kind::sqlite_memory);
    const auto plan = here.in_force();
    const auto listed = [&](const std::string& who) {
        return here.store().read([&](unit_of_work& unit) {
            return list_reports(unit, office::person(who), {}, {})->items.size();
        });
    };
    CHECK(listed("ani") == 3);
    for (const auto& who : inside) CHECK(listed(who) == 0);
    workflow::command_body body;
    body.given = {"gaps"};
    const auto w = here.load(plan);
    const auto& report = w.reports.at(0);
    for (auto gap : workflow::gaps_of(w, report)) {
        gap.reason = "Belum masuk";
        body.gaps.push_back(gap);
    }
    REQUIRE(here.give("ani", {"reports", report.id}, "submit", body).has_value());
    for (const auto* who : {"citra", "omar", "tuti", "eka"}) CHECK(listed(who) == 1);
    for (const auto* who : {"budi", "sari", "fitri", "hana", "dewi"}) CHECK(listed(who) == 0);
}

TEST_CASE("what waits for somebody is found, and nothing of others")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    const auto plan = here.draft();
    const auto waiting = [&](const std::string& who) {
        return here.store().read([&](unit_of_work& unit) {
            std::map<std::string, std::size_t> counts;
            for (const auto& c :
                 inbox_candidates(unit, office::person(who), definitions::catalog(), ""))
                ++counts[c.subject.resource];
            return counts;
        });
    };
    using counts = std::map<std::string, std::size_t>;
    CHECK(waiting("ani") == counts{{"plans", 1}});
    CHECK(waiting("budi").empty());
    here.submit(plan);
    CHECK(waiting("budi") == counts{{"reviews", 1}});
    CHECK(waiting("sari").empty());
    here.confirm_all(plan);
    CHECK(waiting("omar") == counts{{"approvals", 1}});
    CHECK(waiting("eka").empty());
    here.approve(plan);
    here.adopt(plan);
    CHECK(waiting("sari") == counts{{"targets", 1}});
    CHECK(waiting("ani") == counts{{"reports", 3}});
    CHECK(waiting("tuti").empty());
}

TEST_CASE("the overview counts what is visible and names what is only drafted")
{
    office here(GENERATE(kind::sqlite_memory, kind::mariadb));
    here.in_force();
    here.draft("62.71");
    const auto rows = here.store().read([&](unit_of_work& unit) {
        return overview(unit, office::person("ani"), "rad_pks", 2026, "");
    });
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].state == "in_force");
    CHECK(rows[0].counts.size() == 3);
    CHECK(rows[0].counts[0].targets == 2);
    CHECK(rows[1].state == "not_submitted");
    CHECK(rows[1].plan.empty());
    here.store().read([&](unit_of_work& unit) {
        CHECK(overview(unit, office::person("dewi"), "rad_pks", 2026, "").empty());
    });
}
