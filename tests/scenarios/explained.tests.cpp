// What `commands` explains is what executing answers, for every account of the demo and every
// resource that it can list; the need to sign in anew aside.
#include "tests/scenarios/support/plan_life.hpp"
#include <algorithm>
#include <future>
#include <mutex>

using namespace scenarios;

namespace {

bool needs(const json::value& command, std::string_view member)
{
    for (const json::value& each : command.at("needs").as_array())
        if (each.as_string() == member) return true;
    return false;
}

// A valid body for what the command says it needs.
json::object body_for(const json::value& command, const json::value& resource,
                      const std::string& scan)
{
    json::object body;
    if (needs(command, "reason")) body["reason"] = "Alasan yang cukup";
    if (needs(command, "decree_number")) body["decree_number"] = "188.44/1/2026";
    if (needs(command, "decree_date")) body["decree_date"] = "2026-10-01";
    if (needs(command, "decree_scan")) body["decree_scan"] = scan;
    if (needs(command, "until")) body["until"] = "2026-12-31";
    if (needs(command, "scores")) body["scores"] = {{"administration", 80}, {"substance", 70}};
    if (needs(command, "gaps")) {
        json::array gaps;
        for (const json::value& gap : resource.at("gaps").as_array())
            gaps.push_back({{"id", gap.at("id")}, {"reason", "Belum selesai"}});
        body["gaps"] = std::move(gaps);
    }
    return body;
}

struct tally {
    int asked{};
    std::vector<std::string> disagreements;
};

std::string disagreement(const json::value& told, const http_reply& answer)
{
    const bool allowed = told.at("allowed").as_bool();
    if (allowed) return answer.status == 200 ? "" : "allowed, but refused: " + answer.body;
    if (answer.status != 403 && answer.status != 409)
        return "closed, but answered " + std::to_string(answer.status) + ": " + answer.body;
    const json::value problem = answer.json();
    if (problem.at("reason") != told.at("reason"))
        return "reason " + text(told, "reason") + ", but refused for " + text(problem, "reason");
    const auto* who = problem.as_object().if_contains("who");
    if (told.at("who").is_null() || told.at("who").as_array().empty()) return "closed to nobody";
    if (who && *who != told.at("who")) return "another who: " + answer.body;
    if (!who) return "refused without who: " + answer.body;
    return {};
}

void compare(tally& count, person& by, const std::string& resource, const json::value& item,
             const std::string& scan)
{
    const json::object single = by.see("/" + resource + "/" + text(item, "id"));
    const header_list match{{"If-Match", etag_of(single)}};
    for (const json::value& command : single.at("commands").as_array()) {
        const std::string path = text(command, "href").substr(std::string("/api/v1").size());
        const auto answer = by.post(path + "?dry_run=true", body_for(command, single, scan), match);
        ++count.asked;
        if (const std::string bad = disagreement(command, answer); !bad.empty())
            count.disagreements.push_back(by.username() + " " + path + " (" +
                                          text(single, "state") + "): " + bad);
    }
}

void compare_all(tally& count, person& by, const std::string& scan)
{
    for (const json::value& plan : by.all("/plans")) {
        const std::string path = "/plans/" + text(plan, "id");
        compare(count, by, "plans", plan, scan);
        for (const json::value& each : by.all(path + "/reviews?all=true"))
            compare(count, by, "reviews", each, scan);
        for (const json::value& each : by.all(path + "/approvals?all=true"))
            compare(count, by, "approvals", each, scan);
    }
    for (const json::value& each : by.all("/targets")) compare(count, by, "targets", each, scan);
    for (const json::value& each : by.all("/reports")) compare(count, by, "reports", each, scan);
}

// A scan in the draft that could be registered, so that `register` has a valid body.
std::string scan_in_draft(house& demo)
{
    person& keeper = demo.as("sekretariat.kotim");
    const auto plans = keeper.all("/plans?region=62.02&state=draft");
    if (plans.empty()) return "none";
    return text(
        keeper.upload("/plans/" + text(plans[0], "id") + "/documents", {"sk.pdf", pdf("SK"), {}}),
        "id");
}

} // namespace

TEST_CASE("what the commands explain is what executing answers, for every demo account")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house demo(which, "2026-10-20");
    const std::string scan = scan_in_draft(demo);
    tally count;
    for (const account& each : demo.accounts()) compare_all(count, demo.as(each.username), scan);
    std::sort(count.disagreements.begin(), count.disagreements.end());
    std::string shown;
    for (std::size_t i = 0; i < std::min<std::size_t>(count.disagreements.size(), 20); ++i)
        shown += count.disagreements[i] + "\n";
    INFO(shown);
    CHECK(count.disagreements.empty());
    CHECK(count.asked > 1000);
}
