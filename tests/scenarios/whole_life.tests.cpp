// One RAD from an empty district to the report that the province receives, over HTTP only.
#include "tests/scenarios/support/mail_box.hpp"
#include "tests/scenarios/support/newcomers.hpp"
#include "tests/scenarios/support/plan_life.hpp"
#include <future>

using namespace scenarios;

namespace {

constexpr const char* region = "62.03"; // a district that the demo leaves without a plan

// The 17 rows of the office's file, tried first.
void import_tried_first(district& here, const std::string& plan)
{
    const std::string path = "/plans/" + plan + "/import?format=xlsx";
    const std::string file = matrix_file("rad-kalteng-2026.xlsx");
    const header_list type{{"Content-Type", "application/octet-stream"}};
    person& keeper = here.as("sekretariat");
    const auto tried = keeper.send("POST", path + "&dry_run=true", file, type);
    CHECK(expect(200, tried, "import, dry").at("accepted").to_number<int>() == 17);
    CHECK(keeper.all("/plans/" + plan + "/actions").empty());
    const auto taken = keeper.send("POST", path, file, type);
    CHECK(expect(200, taken, "import").at("accepted").to_number<int>() == 17);
    CHECK(keeper.all("/plans/" + plan + "/actions").size() == 17);
}

void submit_tried_first(district& here, const std::string& plan)
{
    person& keeper = here.as("sekretariat");
    const auto tried = expect(200, keeper.dry_run("plans", plan, "submit"), "submit, dry");
    CHECK(tried.at("asks").as_array().size() == here.agencies().size());
    CHECK(text(keeper.see("/plans/" + plan), "state") == "draft");
    keeper.done("plans", plan, "submit");
    CHECK(text(keeper.see("/plans/" + plan), "state") == "agency_review");
}

void agencies_confirm_at_once(district& here, const std::string& plan)
{
    std::vector<std::future<http_reply>> answers;
    for (const json::value& review : here.as("sekretariat").all("/plans/" + plan + "/reviews")) {
        person& head = here.as(here.head_of(text(review.at("agency"), "id")));
        answers.push_back(std::async(std::launch::async, [&head, id = text(review, "id")] {
            return head.give("reviews", id, "confirm");
        }));
    }
    CHECK(answers.size() == here.agencies().size());
    for (auto& answer : answers) {
        const auto got = answer.get();
        INFO(got.body);
        CHECK(got.status == 200);
    }
}

void sahli_approves_and_it_is_adopted(district& here, const std::string& plan)
{
    CHECK(text(here.as("sekretariat").see("/plans/" + plan), "state") == "sahli_approval");
    const auto stages = here.as("sahli").all("/plans/" + plan + "/approvals");
    REQUIRE(stages.size() == 1);
    here.as("sahli").done("approvals", text(stages[0], "id"), "approve");
    const auto adopted =
        here.as("sekretariat")
            .done("plans", plan, "adopt",
                  {{"decree_number", "188.45/12/2026"}, {"decree_date", "2026-03-09"}});
    CHECK(text(adopted.at("resource"), "state") == "in_force");
}

// Autosaved, with evidence, reported, endorsed; what DP3APPKB leads in B04.
json::array dp3appkb_reports(district& here, const std::string& plan)
{
    const std::string agency = here.agency("DP3APPKB");
    const std::string list = "/targets?plan=" + plan + "&period=B04&agency=" + agency;
    person& staff = here.as("staf.dp3appkb");
    const auto open = staff.all(list);
    REQUIRE(open.size() == 3);
    for (const json::value& target : open) {
        CHECK(text(target, "state") == "open");
        const std::string id = text(target, "id");
        staff.change("/targets/" + id, {{"obstacles", "Jalan terputus banjir"}});
        report_target(staff, id, "Enam desa ditetapkan");
        here.as("kepala.dp3appkb").done("targets", id, "endorse");
    }
    return here.as("sekretariat").all(list);
}

void signed_off_together(district& here, const json::array& endorsed)
{
    json::array items;
    for (const json::value& target : endorsed)
        items.push_back({{"id", target.at("id")},
                         {"version", target.at("version")},
                         {"scores", {{"administration", 90}, {"substance", 80}}}});
    const auto answer = expect(
        200, here.as("sekretariat").post("/targets/commands/sign_off", {{"items", items}}), "bulk");
    for (const json::value& outcome : answer.at("items").as_array()) {
        CHECK(outcome.at("status").to_number<int>() == 200);
        CHECK(text(outcome.at("resource"), "state") == "signed_off");
    }
    CHECK(answer.at("items").as_array().size() == endorsed.size());
}

void report_goes_up_with_its_gaps(district& here, const std::string& plan)
{
    person& keeper = here.as("sekretariat");
    const auto reports = keeper.all("/reports?region=" + std::string(region) + "&period=B04");
    REQUIRE(reports.size() == 1);
    const std::string id = text(reports[0], "id");
    const auto report = keeper.see("/reports/" + id);
    const json::array& gaps = report.at("gaps").as_array();
    CHECK(gaps.size() == 13); // 16 rows have a target in B04, three are signed off
    const auto silent = keeper.give("reports", id, "submit", {{"gaps", json::array{}}});
    CHECK(silent.status == 422);
    json::array declared;
    for (const json::value& gap : gaps)
        declared.push_back({{"id", gap.at("id")}, {"reason", "Kegiatan berjalan sampai April"}});
    keeper.done("reports", id, "submit", {{"gaps", std::move(declared)}});
    person& province = here.at().as("sekretariat.kalteng");
    CHECK(text(province.see("/reports/" + id), "state") == "submitted");
    const auto received = province.done("reports", id, "receive");
    CHECK(text(received.at("resource"), "state") == "received");
    CHECK(text(keeper.see("/plans/" + plan), "state") == "in_force");
}

} // namespace

TEST_CASE("a RAD lives from an empty district to the report that the province receives")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = house::of(which);
    district here(demo, region);

    const std::string plan = text(here.as("sekretariat")
                                      .make("/plans", {{"kind", "rad_pks"},
                                                       {"region", region},
                                                       {"year", 2026},
                                                       {"title", "RAD Kapuas 2026"}}),
                                  "id");
    import_tried_first(here, plan);
    submit_tried_first(here, plan);
    agencies_confirm_at_once(here, plan);
    // Acts on the mail: of what was done before it left nobody is told.
    CHECK(was_told(demo, here.as("sekretariat"), plan, here.user("sahli"), here.address("sahli")));
    sahli_approves_and_it_is_adopted(here, plan);
    signed_off_together(here, dp3appkb_reports(here, plan));
    report_goes_up_with_its_gaps(here, plan);

    CHECK(demo.as("admin.kalteng").get("/plans/" + plan).status == 404);
    check_numbering(here.as("sekretariat").all("/plans/" + plan + "/history"));
    for (const std::string& who : here.who_had_to_act()) {
        INFO(who);
        CHECK(was_told(demo, here.as("sekretariat"), plan, here.user(who), here.address(who)));
    }
    check_verify(demo.program());
}
