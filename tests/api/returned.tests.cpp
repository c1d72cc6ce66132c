// Why something came back: reason, who and when, where it is read, listed and waited for.
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"
#include <boost/json/serialize.hpp>

using support::counter;
using support::headers;
using support::heard;

namespace {

headers if_match(std::int64_t version)
{
    return {{"if-match", "\"" + std::to_string(version) + "\""}};
}

// The item of a list that has this id.
std::string listed(counter& here, const std::string& who, const std::string& list,
                   const std::string& id)
{
    const auto all = here.get(who, list);
    for (const auto& each : all.at("/items").as_array())
        if (each.as_object().at("id").as_string() == id)
            return boost::json::serialize(each.as_object().at("returned"));
    return "not listed";
}

bool holds(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

void save(counter& here, const std::string& target, const std::string& record)
{
    REQUIRE(here.ask("sari", "PATCH", "/api/v1/targets/" + target, record,
                     if_match(here.version("targets", target)))
                .status() == 200);
}

std::string reasons_for(const heard& report, const std::string& reason)
{
    std::string gaps;
    for (const auto& gap : report.at("/gaps").as_array())
        gaps += (gaps.empty() ? "" : ",") +
                ("{\"id\":\"" + std::string(gap.as_object().at("id").as_string()) +
                 "\",\"reason\":\"" + reason + "\"}");
    return "{\"gaps\":[" + gaps + "]}";
}

} // namespace

TEST_CASE("a target that came back says why, from whom, when, and what has changed since")
{
    counter here;
    const auto plan = here.behind().in_force();
    const auto target = here.behind().target_of(plan, "health", "B04");
    CHECK(here.get("sari", "/targets/" + target).text("/returned") == "null");
    here.evidence("sari", target);
    save(here, target, R"({"achievement":"Rapat"})");
    REQUIRE(here.give("sari", "targets", target, "report").status() == 200);
    REQUIRE(here.give("budi", "targets", target, "return_to_staff",
                      R"({"reason":"Daftar hadir belum ada"})")
                .status() == 200);
    auto seen = here.get("sari", "/targets/" + target);
    CHECK(seen.text("/returned/command") == "return_to_staff");
    CHECK(seen.text("/returned/reason") == "Daftar hadir belum ada");
    CHECK(seen.text("/returned/by/name") == "Name of budi");
    CHECK(seen.text("/returned/role") == "agency_head");
    CHECK(seen.text("/returned/at").starts_with("2026-"));
    CHECK(seen.text("/returned/changed") == "[]");
    save(here, target, R"({"achievement":"Rapat dengan daftar hadir","obstacles":"Hujan"})");
    here.evidence("sari", target);
    seen = here.get("sari", "/targets/" + target);
    CHECK(seen.text("/returned/changed") == R"(["achievement","obstacles","evidence"])");
    for (const char* list : {"/targets", "/inbox"}) {
        INFO(list);
        CHECK(holds(listed(here, "sari", list, target), "Daftar hadir belum ada"));
    }
    CHECK(here.get("rina", "/targets/" + target).text("/returned") == "null");
}

TEST_CASE("a draft that came back has the words of who gave it back")
{
    counter here;
    const auto plan = here.behind().draft();
    CHECK(here.get("ani", "/plans/" + plan).text("/returned") == "null");
    here.behind().submit(plan);
    here.behind().confirm_all(plan);
    const auto approval = here.get("omar", "/plans/" + plan + "/approvals").text("/items/0/id");
    REQUIRE(here.give("omar", "approvals", approval, "return_for_changes",
                      R"({"reason":"Anggaran belum disebut"})")
                .status() == 200);
    auto seen = here.get("ani", "/plans/" + plan);
    CHECK(seen.text("/state") == "draft");
    CHECK(seen.text("/returned/command") == "return_to_draft");
    CHECK(seen.text("/returned/reason") == "Anggaran belum disebut");
    CHECK(seen.text("/returned/by/name") == "Name of omar");
    CHECK(seen.text("/returned/role") == "sahli");
    CHECK(seen.text("/returned/changed") == "[]");
    for (const char* list : {"/plans", "/inbox"}) {
        INFO(list);
        CHECK(holds(listed(here, "ani", list, plan), "Anggaran belum disebut"));
    }
    CHECK(here.get("omar", "/approvals/" + approval).text("/returned/reason") ==
          "Anggaran belum disebut");
    const auto actions = here.get("ani", "/plans/" + plan + "/actions");
    REQUIRE(here.ask("ani", "PATCH", "/api/v1/actions/" + actions.text("/items/0/id"),
                     R"({"budget_source":"DAK"})",
                     {{"if-match", "\"" + actions.text("/items/0/version") + "\""}})
                .status() == 200);
    seen = here.get("ani", "/plans/" + plan);
    CHECK(seen.at("/returned/changed").as_array().size() == 1);
    here.behind().submit(plan);
    CHECK(here.get("ani", "/plans/" + plan).text("/returned") == "null");
}

TEST_CASE("a review that asks for changes says who asked, and whether its rows have changed")
{
    counter here;
    const auto plan = here.behind().draft();
    here.behind().submit(plan);
    std::string review;
    const auto all = here.get("budi", "/plans/" + plan + "/reviews");
    for (const auto& each : all.at("/items").as_array())
        if (each.as_object().at("agency").as_object().at("id") == "health")
            review = each.as_object().at("id").as_string();
    REQUIRE(here.give("budi", "reviews", review, "request_changes", R"({"reason":"Satuan keliru"})")
                .status() == 200);
    CHECK(here.get("ani", "/reviews/" + review).text("/returned/by/name") == "Name of budi");
    CHECK(holds(listed(here, "ani", "/plans/" + plan + "/reviews", review), "Satuan keliru"));
    REQUIRE(here.give("ani", "plans", plan, "recall", R"({"reason":"Memperbaiki"})").status() ==
            200);
    CHECK(here.get("ani", "/reviews/" + review).text("/returned/changed") == "[]");
    CHECK(here.get("ani", "/plans/" + plan).text("/returned/reason") == "Memperbaiki");
    const auto actions = here.get("ani", "/plans/" + plan + "/actions");
    for (const auto& each : actions.at("/items").as_array()) {
        const auto& row = each.as_object();
        if (row.at("lead_agency").as_object().at("id") != "health") continue;
        REQUIRE(here.ask("ani", "PATCH", "/api/v1/actions/" + std::string(row.at("id").as_string()),
                         R"({"success_criterion":"Lain"})",
                         if_match(row.at("version").to_number<std::int64_t>()))
                    .status() == 200);
    }
    CHECK(here.get("ani", "/reviews/" + review).text("/returned/changed") == R"(["rows"])");
}

TEST_CASE("a returned report says why, and takes new reasons in place of the old ones")
{
    counter here;
    here.behind().in_force();
    const auto id =
        here.get("ani", "/reports?region=62&kind=rad_pks&year=2026&period=B04").text("/items/0/id");
    const std::string at = "/reports/" + id;
    REQUIRE(here.give("ani", "reports", id, "submit", reasons_for(here.get("ani", at), "belum"))
                .status() == 200);
    REQUIRE(here.give("citra", "reports", id, "return_for_changes",
                      R"({"reason":"Alasan terlalu singkat"})")
                .status() == 200);
    const auto seen = here.get("ani", at);
    CHECK(seen.text("/returned/command") == "return_for_changes");
    CHECK(seen.text("/returned/reason") == "Alasan terlalu singkat");
    CHECK(seen.text("/returned/by/name") == "Name of citra");
    CHECK(seen.text("/returned/changed") == "[]");
    for (const char* list : {"/reports", "/inbox"}) {
        INFO(list);
        CHECK(holds(listed(here, "ani", list, id), "Alasan terlalu singkat"));
    }
    CHECK(seen.text("/gaps/0/reason") == "belum");
    CHECK(seen.text("/commands/0/name") == "submit");
    CHECK(seen.text("/commands/0/needs") == R"(["gaps"])");
    CHECK(here.give("ani", "reports", id, "submit").pointers() ==
          std::vector<std::string>{"/gaps"});
    REQUIRE(
        here.give("ani", "reports", id, "submit", reasons_for(seen, "Menunggu dana")).status() ==
        200);
    const auto again = here.get("ani", at);
    for (const auto& gap : again.at("/gaps").as_array())
        CHECK(gap.as_object().at("reason").as_string() == "Menunggu dana");
    CHECK(again.text("/returned") == "null");
}
