// What waits for whom, and how far the regions are.
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"

using support::counter;
using support::heard;

namespace {

// "targets:open targets:reported" of what waits for this person.
std::string waiting(counter& here, const std::string& who, const std::string& query = {})
{
    std::string out;
    const auto box = here.get(who, "/inbox" + query);
    for (const auto& each : box.at("/items").as_array()) {
        const auto& item = each.as_object();
        out += (out.empty() ? "" : " ") + std::string(item.at("resource").as_string()) + ":" +
               std::string(item.at("state").as_string());
    }
    return out;
}

} // namespace

TEST_CASE("the way of a plan passes from desk to desk")
{
    counter here;
    const auto plan = here.behind().draft();
    CHECK(waiting(here, "ani") == "plans:draft");
    CHECK(waiting(here, "budi").empty());
    here.behind().submit(plan);
    CHECK(waiting(here, "ani").empty());
    CHECK(waiting(here, "budi") == "reviews:pending");
    CHECK(waiting(here, "rina") == "reviews:pending");
    CHECK(waiting(here, "sari").empty());
    here.behind().confirm_all(plan);
    CHECK(waiting(here, "budi").empty());
    CHECK(waiting(here, "omar") == "approvals:pending");
    CHECK(waiting(here, "eka").empty());
    CHECK(waiting(here, "tuti").empty());
    here.behind().approve(plan);
    CHECK(waiting(here, "ani") == "plans:approved");
    here.behind().adopt(plan);
    CHECK(waiting(here, "sari") == "targets:open");
    CHECK(waiting(here, "rina") == "targets:open");
    CHECK(waiting(here, "ani") == "reports:compiling reports:compiling reports:compiling");
}

TEST_CASE(
    "an open target waits although nothing is reported yet, a reported one not for its reporter")
{
    counter here;
    const auto plan = here.behind().in_force();
    const auto target = here.behind().target_of(plan, "health", "B04");
    const auto box = here.get("sari", "/inbox");
    CHECK(box.text("/items/0/id") == target);
    CHECK(box.text("/items/0/title") == "1. Aksi ke-1 (B04)");
    CHECK(box.text("/items/0/region/code") == "62");
    CHECK(box.text("/items/0/agency/id") == "health");
    CHECK(box.text("/items/0/due") == "2026-04-30");
    CHECK(box.text("/items/0/days_left") == "4");
    CHECK(box.text("/items/0/version") == std::to_string(here.version("targets", target)));
    CHECK(box.text("/items/0/commands/0/name") == "report");
    CHECK(box.text("/items/0/commands/0/allowed") == "false");
    here.evidence("sari", target);
    REQUIRE(here.ask("sari", "PATCH", "/api/v1/targets/" + target, R"({"achievement":"a"})",
                     {{"if-match", "\"" + std::to_string(here.version("targets", target)) + "\""}})
                .status() == 200);
    REQUIRE(here.give("sari", "targets", target, "report").status() == 200);
    CHECK(waiting(here, "sari").empty());
    CHECK(waiting(here, "budi") == "targets:reported");
    REQUIRE(here.give("budi", "targets", target, "endorse").status() == 200);
    CHECK(waiting(here, "budi").empty());
    CHECK(waiting(here, "ani") ==
          "targets:endorsed reports:compiling reports:compiling reports:compiling");
}

TEST_CASE("the inbox is sorted by deadline, filtered, and paged")
{
    counter here;
    here.behind().in_force();
    CHECK(here.get("ani", "/inbox?kind=rad_pks").at("/items").as_array().size() == 3);
    CHECK(here.get("ani", "/inbox?kind=rad_p3aks").at("/items").as_array().empty());
    CHECK(here.get("ani", "/inbox?overdue=true").at("/items").as_array().empty());
    const auto all = here.get("ani", "/inbox");
    CHECK(all.text("/items/0/due") == "2026-05-15");
    CHECK(all.text("/items/1/due") == "2026-09-15");
    CHECK(all.text("/items/0/title") == "Report B04 2026: Kalimantan Tengah");
    std::string cursor, seen;
    for (int page = 0; page < 3; ++page) {
        const auto one = here.get("ani", "/inbox?limit=1" + cursor);
        REQUIRE(one.at("/items").as_array().size() == 1);
        seen += one.text("/items/0/id") + " ";
        cursor = "&cursor=" + one.text("/next");
    }
    CHECK(cursor == "&cursor=null");
    CHECK(seen == all.text("/items/0/id") + " " + all.text("/items/1/id") + " " +
                      all.text("/items/2/id") + " ");
    here.behind().here().set_clock(1'779'300'000); // 20 May 2026
    CHECK(waiting(here, "ani", "?overdue=true") == "reports:compiling");
    CHECK(waiting(here, "sari", "?overdue=true") == "targets:open");
    CHECK(here.get("ani", "/inbox?overdue=maybe").status() == 400);
    CHECK(here.get("ani", "/inbox?cursor=zz").status() == 400);
    CHECK(here.ask("", "GET", "/api/v1/inbox").status() == 401);
}

namespace {

std::string regions_in(const heard& told)
{
    std::string out;
    for (const auto& each : told.at("/items").as_array()) {
        const auto& row = each.as_object();
        out += (out.empty() ? "" : " ") +
               std::string(row.at("region").as_object().at("code").as_string()) + ":" +
               std::string(row.at("state").as_string());
    }
    return out;
}

} // namespace

TEST_CASE("the overview tells every region that somebody looks after, drafted or not")
{
    counter here;
    const std::string path = "/overview?kind=rad_pks&year=2026";
    CHECK(regions_in(here.get("ani", path)) == "62:not_drafted 62.71:not_drafted");
    CHECK(regions_in(here.get("citra", path)) == "62:not_drafted 81:not_drafted");
    CHECK(regions_in(here.get("eka", path)) == "62:not_drafted 62.71:not_drafted 81:not_drafted");
    CHECK(regions_in(here.get("fitri", path)) == "62.71:not_drafted");
    CHECK(regions_in(here.get("budi", path)).empty());
    CHECK(regions_in(here.get("dewi", path)).empty());
    const auto plan = here.behind().draft();
    CHECK(regions_in(here.get("ani", path)) == "62:draft 62.71:not_drafted");
    CHECK(regions_in(here.get("citra", path)) == "62:not_submitted 81:not_drafted");
    CHECK(regions_in(here.get("ani", path + "&region=62.71")) == "62.71:not_drafted");
    CHECK(regions_in(here.get("ani", "/overview?kind=rad_p3aks&year=2026&region=62")) ==
          "62:not_drafted 62.71:not_drafted");
    here.behind().submit(plan);
    CHECK(regions_in(here.get("citra", path)) == "62:agency_review 81:not_drafted");
    CHECK(regions_in(here.get("budi", path)) == "62:agency_review");
}

TEST_CASE("the overview counts targets by period, overdue ones apart")
{
    counter here;
    here.behind().in_force();
    const std::string path = "/overview?kind=rad_pks&year=2026&region=62";
    auto told = here.get("tuti", path);
    CHECK(told.text("/items/0/periods/0/code") == "B04");
    CHECK(told.text("/items/0/periods/0/total") == "2");
    CHECK(told.text("/items/0/periods/0/open") == "2");
    CHECK(told.text("/items/0/periods/0/overdue") == "0");
    CHECK(told.text("/items/0/periods/0/signed") == "0");
    CHECK(told.text("/items/0/periods/1/open") == "0");
    here.behind().here().set_clock(1'777'900'000); // 4 May 2026
    told = here.get("tuti", path);
    CHECK(told.text("/items/0/periods/0/overdue") == "2");
    const auto first = here.get("ani", path + "&limit=1");
    CHECK(regions_in(first) == "62:in_force");
    CHECK(regions_in(here.get("ani", path + "&limit=1&cursor=" + first.text("/next"))) ==
          "62.71:not_drafted");
}

TEST_CASE("a wrong question to the overview is refused")
{
    counter here;
    for (const char* query : {"", "?kind=rad_pks", "?year=2026", "?kind=nonsense&year=2026",
                              "?kind=rad_pks&year=26", "?kind=rad_pks&year=soon",
                              "?kind=rad_pks&year=2026&cursor=zz", "?kind=rad_pks&year=2026&x=1"}) {
        INFO(query);
        CHECK(here.get("ani", std::string("/overview") + query).status() == 400);
    }
}
