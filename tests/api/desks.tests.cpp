// Who holds the ball: what a plan says of it, and what each inbox says.
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"

using support::counter;
using support::heard;

namespace {

// "secretariat agency_head:social" of an array of desks.
std::string desks(const boost::json::value& all)
{
    std::string out;
    for (const auto& each : all.as_array()) {
        const auto& desk = each.as_object();
        out += (out.empty() ? "" : " ") + std::string(desk.at("role").as_string());
        if (desk.at("agency").is_object())
            out += ":" + std::string(desk.at("agency").as_object().at("id").as_string());
        CHECK_FALSE(desk.at("since").is_null());
    }
    return out;
}

std::string waits_for(counter& here, const std::string& plan)
{
    return desks(here.get("ani", "/plans/" + plan).at("/waiting_for"));
}

std::string review_of(counter& here, const std::string& plan, const std::string& agency)
{
    const auto all = here.get("ani", "/plans/" + plan + "/reviews");
    for (const auto& each : all.at("/items").as_array())
        if (each.as_object().at("agency").as_object().at("id").as_string() == agency)
            return std::string(each.as_object().at("id").as_string());
    return {};
}

} // namespace

TEST_CASE("after an agency has asked for changes the ball is with the secretariat")
{
    counter here;
    const auto plan = here.behind().draft();
    here.behind().submit(plan);
    CHECK(waits_for(here, plan) == "agency_head:health agency_head:social");
    CHECK(here.get("ani", "/inbox").text("/items") == "[]");
    const auto review = review_of(here, plan, "health");
    REQUIRE(here.give("budi", "reviews", review, "request_changes",
                      R"({"reason":"Indikator belum jelas"})")
                .status() == 200);
    CHECK(waits_for(here, plan) == "secretariat agency_head:social");
    CHECK(desks(here.get("ani", "/plans").at("/items/0/waiting_for")) ==
          "secretariat agency_head:social");
    CHECK(here.get("budi", "/inbox").text("/items") == "[]");
    const auto office = here.get("ani", "/inbox");
    REQUIRE(office.at("/items").as_array().size() == 1);
    CHECK(office.text("/items/0/resource") == "plans");
    CHECK(desks(office.at("/items/0/waiting_for")) == "secretariat");
    CHECK(office.text("/items/0/returned/command") == "request_changes");
    CHECK(office.text("/items/0/returned/reason") == "Indikator belum jelas");
    CHECK(office.text("/items/0/returned/by/name") == "Name of budi");
    CHECK(office.text("/items/0/returned/agency/id") == "health");
    REQUIRE(here.give("budi", "reviews", review, "confirm").status() == 200);
    CHECK(waits_for(here, plan) == "agency_head:social");
    CHECK(here.get("ani", "/inbox").text("/items") == "[]");
}

TEST_CASE("a plan in force waits for those on whose desks its targets lie")
{
    counter here;
    const auto plan = here.behind().in_force();
    CHECK(waits_for(here, plan) == "agency_staff:health agency_staff:social");
    const auto target = here.behind().target_of(plan, "health", "B04");
    here.evidence("sari", target);
    REQUIRE(here.ask("sari", "PATCH", "/api/v1/targets/" + target, R"({"achievement":"a"})",
                     {{"if-match", "\"" + std::to_string(here.version("targets", target)) + "\""}})
                .status() == 200);
    REQUIRE(here.give("sari", "targets", target, "report").status() == 200);
    CHECK(waits_for(here, plan) == "agency_head:health agency_staff:social");
    REQUIRE(here.give("budi", "targets", target, "endorse").status() == 200);
    CHECK(waits_for(here, plan) == "secretariat agency_staff:social");
}

TEST_CASE("a calendar holds what its owner has to do, not what others do for them")
{
    counter here;
    const auto plan = here.behind().draft();
    here.behind().submit(plan);
    const auto url = here.ask("budi", "POST", "/api/v1/me/calendar").text("/url");
    const auto entries = [&] {
        return here.ask("", "GET", url).raw.body.find("BEGIN:VEVENT") != std::string::npos;
    };
    CHECK(entries());
    REQUIRE(here.give("budi", "reviews", review_of(here, plan, "health"), "request_changes",
                      R"({"reason":"Indikator belum jelas"})")
                .status() == 200);
    CHECK_FALSE(entries());
}
