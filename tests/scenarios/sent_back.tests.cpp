// An agency sends the draft back, twice; who had confirmed and was not touched is not asked again.
#include "tests/scenarios/support/plan_life.hpp"

using namespace scenarios;

namespace {

std::string review_of(plan_life& plan, const std::string& agency)
{
    return text(find(plan.reviews(), "/agency/id", agency), "id");
}

// By agency: which review, in which state.
std::map<std::string, std::string> confirmed_reviews(plan_life& plan)
{
    std::map<std::string, std::string> found;
    for (const json::value& review : plan.reviews())
        if (text(review, "state") == "confirmed")
            found[text(review.at("agency"), "id")] = text(review, "id");
    return found;
}

void all_but_one_confirm(plan_life& plan, const std::string& agency)
{
    for (const json::value& review : plan.reviews()) {
        const std::string of = text(review.at("agency"), "id");
        if (of == agency) continue;
        plan.at.as(plan.at.holder("agency_head", of).username)
            .done("reviews", text(review, "id"), "confirm");
    }
}

json::object row_of(plan_life& plan, const std::string& agency)
{
    return find(plan.keeper().all("/plans/" + plan.id + "/actions"), "/lead_agency/id", agency);
}

// Asked for changes, recalled, changed, submitted: only that agency is asked.
void sent_back_and_submitted_again(plan_life& plan, const std::string& agency,
                                   const std::string& criterion)
{
    person& head = plan.at.as(plan.at.holder("agency_head", agency).username);
    const json::object row = row_of(plan, agency);
    const std::string before = review_of(plan, agency);
    head.done("reviews", before, "request_changes",
              {{"reason", "Kriteria belum terukur"},
               {"items", {{{"action", row.at("id")}, {"comment", "Sebutkan jumlah rilis"}}}}});
    const auto kept = confirmed_reviews(plan);
    CHECK(kept.size() == 8);

    plan.keeper().done("plans", plan.id, "recall", {{"reason", "Atas permintaan Diskominfo"}});
    plan.keeper().change("/actions/" + text(row, "id"), {{"success_criterion", criterion}});
    const auto tried = expect(200, plan.keeper().dry_run("plans", plan.id, "submit"), "dry run");
    REQUIRE(tried.at("asks").as_array().size() == 1);
    CHECK(text(tried.at("asks").as_array()[0], "id") == agency);

    plan.submit();
    CHECK(confirmed_reviews(plan) == kept);
    const json::array after = plan.reviews();
    CHECK(after.size() == 9);
    CHECK(text(find(after, "/agency/id", agency), "state") == "pending");
    CHECK(review_of(plan, agency) != before);
}

} // namespace

TEST_CASE("an agency sends the draft back twice and the others keep their confirmations")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = house::of(which);
    plan_life plan{demo, "sekretariat.kalteng", "sahli.kalteng"};
    plan.begin("62", "rad_pks", 2027);
    plan.import_matrix();
    plan.submit();
    const std::string agency = demo.account_of("kepala.diskominfo").agency;
    all_but_one_confirm(plan, agency);
    CHECK(text(plan.now(), "state") == "agency_review");

    sent_back_and_submitted_again(plan, agency, "12 rilis klarifikasi terbit");
    sent_back_and_submitted_again(plan, agency, "12 rilis klarifikasi terbit dan dipantau");

    plan.confirm_all();
    CHECK(text(plan.now(), "state") == "sahli_approval");
    check_numbering(plan.history());
    check_verify(demo.program());
}

TEST_CASE("what the Sahli returns is a draft again and keeps what nobody touched")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = house::of(which);
    plan_life plan{demo, "sekretariat.palangkaraya", "sahli.palangkaraya"};
    plan.begin("62.71", "rad_pks", 2028);
    const std::string agency = demo.account_of("kepala.sosial.palangkaraya").agency;
    plan.add_action(agency, "Dialog kerukunan");
    plan.submit();
    plan.confirm_all();
    const auto kept = confirmed_reviews(plan);
    const auto stages = plan.keeper().all("/plans/" + plan.id + "/approvals");
    REQUIRE(stages.size() == 1);
    const std::string stage = text(stages[0], "id");
    demo.as(plan.sahli)
        .done("approvals", stage, "return_for_changes", {{"reason", "Terlalu umum"}});
    CHECK(text(plan.now(), "state") == "draft");

    plan.submit(); // nothing was changed: nobody is left to ask
    CHECK(text(plan.now(), "state") == "sahli_approval");
    CHECK(confirmed_reviews(plan) == kept);
    const auto anew = plan.keeper().all("/plans/" + plan.id + "/approvals");
    REQUIRE(anew.size() == 1);
    CHECK(text(anew[0], "id") != stage);
    check_numbering(plan.history());
}
