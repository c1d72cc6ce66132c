// Targets over HTTP: what somebody sees of them, autosave, and one command for many.
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"
#include "workflow/things/digest.hpp"
#include <boost/json/serialize.hpp>

using support::counter;
using support::headers;

namespace {

// A plan in force; B04 is open.
struct world_at_work : counter {
    std::string plan = behind().in_force();
    std::string of_health = behind().target_of(plan, "health", "B04");
    std::string of_social = behind().target_of(plan, "social", "B04");
    std::string later = behind().target_of(plan, "health", "B12");
    std::string path = "/api/v1/targets/" + of_health;
};

headers if_match(std::int64_t version)
{
    return {{"if-match", "\"" + std::to_string(version) + "\""}};
}

} // namespace

TEST_CASE("a target tells what is wanted, what is there, and what I may do")
{
    world_at_work here;
    const auto seen = here.get("sari", "/targets/" + here.of_health);
    REQUIRE(seen.status() == 200);
    CHECK(seen.header("ETag") ==
          "\"" + std::to_string(here.version("targets", here.of_health)) + "\"");
    CHECK(seen.text("/state") == "open");
    CHECK(seen.text("/action/number") == "1");
    CHECK(seen.text("/agency/id") == "health");
    CHECK(seen.text("/due") == "2026-04-30");
    CHECK(seen.text("/days_left") == "4");
    CHECK(seen.text("/quantity") == "1");
    CHECK(seen.text("/percent") == "null");
    CHECK(seen.text("/class") == "null");
    CHECK(seen.text("/evidence_required/0/kind") == "laporan_kegiatan");
    CHECK(seen.text("/evidence_required/0/present") == "false");
    CHECK(seen.text("/rounds") == "[]");
    CHECK(seen.text("/commands/0/name") == "report");
    CHECK(seen.text("/commands/0/allowed") == "false");
}

TEST_CASE("a target says whether I may write into it")
{
    world_at_work here;
    CHECK(here.get("sari", "/targets/" + here.of_health).text("/editable") == "true");
    CHECK(here.get("ani", "/targets/" + here.of_health).text("/editable") == "false");
    CHECK(here.get("sari", "/targets/" + here.later).text("/editable") == "false");
}

TEST_CASE("lists of targets are filtered and paged, without commands")
{
    world_at_work here;
    const auto all = here.get("ani", "/targets");
    CHECK(all.at("/items").as_array().size() == 6);
    CHECK_FALSE(all.at("/items/0").as_object().contains("commands"));
    // clang-format off
    const std::pair<const char*, std::size_t> filters[]{
        {"?period=B04", 2}, {"?agency=health", 3}, {"?state=open", 2}, {"?state=planned", 4},
        {"?period=B04&agency=social", 1}, {"?plan=nothing", 0}, {"?overdue=true", 0},
        {"?overdue=false", 6}, {"?region=62", 6}, {"?region=62.71", 0}, {"?kind=rad_pks", 6},
        {"?kind=rad_p3aks", 0}, {"?year=2026", 6}, {"?year=2027", 0},
        {"?region=62&kind=rad_pks&year=2026&period=B04", 2},
    };
    // clang-format on
    for (const auto& [filter, count] : filters) {
        INFO(filter);
        CHECK(here.get("ani", std::string("/targets") + filter).at("/items").as_array().size() ==
              count);
    }
    const auto first = here.get("ani", "/targets?limit=4");
    CHECK(first.at("/items").as_array().size() == 4);
    const auto rest = here.get("ani", "/targets?limit=4&cursor=" + first.text("/next"));
    CHECK(rest.at("/items").as_array().size() == 2);
    CHECK(rest.text("/next") == "null");
    CHECK(here.get("dewi", "/targets").at("/items").as_array().empty());
}

TEST_CASE("an open target is overdue once its cut-off is over")
{
    world_at_work here;
    here.behind().here().set_clock(1'777'900'000); // 4 May 2026, the first working day after
    const auto late = here.get("ani", "/targets?overdue=true");
    REQUIRE(late.at("/items").as_array().size() == 2);
    CHECK(late.text("/items/0/days_left") == "-1"); // the first of May is free in every year
}

TEST_CASE("staff save what they have, field by field, and it is no event")
{
    world_at_work here;
    const auto version = here.version("targets", here.of_health);
    const auto before = here.get("sari", "/targets/" + here.of_health + "/history");
    auto saved = here.ask("sari", "PATCH", here.path,
                          R"({"achievement":"Rapat terlaksana","achieved_quantity":1.5})",
                          if_match(version));
    REQUIRE(saved.status() == 200);
    CHECK(saved.header("ETag") == "\"" + std::to_string(version + 1) + "\"");
    CHECK(saved.text("/percent") == "150");
    CHECK(saved.text("/class") == "above");
    CHECK(saved.text("/commands/0/name") == "report");
    saved = here.ask("budi", "PATCH", here.path, R"({"achieved_quantity":null,"obstacles":""})",
                     if_match(version + 1));
    REQUIRE(saved.status() == 200);
    CHECK(saved.text("/achievement") == "Rapat terlaksana");
    CHECK(saved.text("/achieved_quantity") == "null");
    const auto after = here.get("sari", "/targets/" + here.of_health + "/history");
    CHECK(after.raw.body == before.raw.body);
    CHECK(after.at("/items").as_array().size() == 2); // made, opened
}

TEST_CASE("a save is refused in the contract's order")
{
    world_at_work here;
    const std::string fine = R"({"achievement":"a"})";
    const std::string long_text(4001, 'x');
    const std::string version = std::to_string(here.version("targets", here.of_health));
    struct row {
        const char* who;
        std::string target;
        std::string body;
        std::string version; // empty: no If-Match
        int status;
        const char* code;
        const char* pointer;
    };
    // clang-format off
    const row rows[]{
        {"",      here.of_health, fine,  version, 401, "unauthenticated", ""},
        {"sari",  "nothing",      fine,  version, 404, "not_found", ""},
        {"fitri", here.of_health, fine,  version, 404, "not_found", ""},
        {"hana",  here.of_health, fine,  "",      404, "not_found", ""},
        {"dewi",  here.of_health, "[",   version, 404, "not_found", ""},
        {"sari",  here.of_health, "[",   version, 400, "malformed", ""},
        {"sari",  here.of_health, fine,  "",      428, "precondition_required", ""},
        {"rina",  here.of_health, R"({"x":1})", version, 403, "forbidden", ""},
        {"ani",   here.of_health, fine,  version, 403, "forbidden", ""},
        {"omar",  here.of_health, fine,  version, 403, "forbidden", ""},
        {"tuti",  here.of_health, fine,  version, 403, "forbidden", ""},
        {"sari",  here.later,     R"({"x":1})", "1", 409, "wrong_state", ""},
        {"sari",  here.of_health, R"({"x":1})", version, 422, "invalid", "/x"},
        {"sari",  here.of_health, "[]",  version, 422, "invalid", ""},
        {"sari",  here.of_health, R"({"achieved_quantity":-1})", version, 422, "invalid", "/achieved_quantity"},
        {"sari",  here.of_health, R"({"achieved_quantity":1e15})", version, 422, "invalid", "/achieved_quantity"},
        {"sari",  here.of_health, R"({"achieved_quantity":"3"})", version, 422, "invalid", "/achieved_quantity"},
        {"sari",  here.of_health, R"({"achievement":7})", version, 422, "invalid", "/achievement"},
        {"sari",  here.of_health, R"({"obstacles":")" + long_text + "\"}", version, 422, "invalid", "/obstacles"},
        {"sari",  here.of_health, R"({"follow_up":")" + long_text + "\"}", "1000", 422, "invalid", "/follow_up"},
        {"sari",  here.of_health, fine,  "1000",  412, "stale", ""},
    };
    // clang-format on
    for (const row& r : rows) {
        INFO(r.who << ' ' << r.target << ' ' << r.body.substr(0, 60) << ' ' << r.version);
        const auto no = here.ask(
            r.who, "PATCH", "/api/v1/targets/" + r.target, r.body,
            r.version.empty() ? headers{} : headers{{"if-match", "\"" + r.version + "\""}});
        CHECK(no.status() == r.status);
        CHECK(no.code() == r.code);
        if (*r.pointer) CHECK(no.pointers() == std::vector<std::string>{r.pointer});
    }
    const auto no =
        here.ask("ani", "PATCH", here.path, fine, {{"if-match", "\"" + version + "\""}});
    CHECK(no.text("/who/0/role") == "agency_staff");
    CHECK(no.text("/who/0/names/0") == "Name of sari");
    CHECK(here.get("sari", "/targets/" + here.of_health).text("/achievement") == "null");
}

TEST_CASE("another agency sees that a target is there, not what was written into it")
{
    world_at_work here;
    here.evidence("sari", here.of_health);
    REQUIRE(here.ask("sari", "PATCH", here.path,
                     R"({"achievement":"a","achieved_quantity":1,"obstacles":"o","follow_up":"f"})",
                     if_match(here.version("targets", here.of_health)))
                .status() == 200);
    REQUIRE(here.give("sari", "targets", here.of_health, "report").status() == 200);
    const char* const blanked[]{"/achievement", "/achieved_quantity", "/obstacles", "/follow_up",
                                "/scores",      "/percent",           "/class"};
    const auto other = here.get("rina", "/targets/" + here.of_health);
    REQUIRE(other.status() == 200);
    for (const char* pointer : blanked) {
        INFO(pointer);
        CHECK(other.text(pointer) == "null");
    }
    CHECK(other.text("/evidence") == "[]");
    CHECK(other.text("/evidence_required/0/present") == "true");
    CHECK(here.get("rina", "/targets?period=B04&agency=health").text("/items/0/achievement") ==
          "null");
    for (const char* who : {"sari", "budi", "ani", "omar", "tuti", "citra", "eka"}) {
        INFO(who);
        CHECK(here.get(who, "/targets/" + here.of_health).text("/achievement") == "a");
    }
    const auto no = here.give("rina", "targets", here.of_health, "endorse");
    CHECK(no.status() == 403);
    CHECK(no.text("/who/0/names/0") == "Name of budi");
}

TEST_CASE("a returned target keeps what was said in its former round")
{
    world_at_work here;
    here.evidence("sari", here.of_health);
    REQUIRE(here.ask("sari", "PATCH", here.path, R"({"achievement":"lama"})",
                     if_match(here.version("targets", here.of_health)))
                .status() == 200);
    REQUIRE(here.give("sari", "targets", here.of_health, "report").status() == 200);
    REQUIRE(here.give("budi", "targets", here.of_health, "return_to_staff",
                      R"({"reason":"Lengkapi notulen"})")
                .status() == 200);
    const auto seen = here.get("sari", "/targets/" + here.of_health);
    CHECK(seen.text("/round") == "2");
    CHECK(seen.text("/reason") == "Lengkapi notulen");
    CHECK(seen.text("/rounds/0/round") == "1");
    CHECK(seen.text("/rounds/0/achievement") == "lama");
    CHECK(seen.text("/rounds/0/reported_by/name") == "Name of sari");
    CHECK(seen.at("/rounds/0/evidence").as_array().size() == 1);
    CHECK(here.get("rina", "/targets/" + here.of_health).text("/rounds") == "[]");
}

namespace {

std::string items_json(const std::vector<std::pair<std::string, std::int64_t>>& items,
                       const std::string& more = {})
{
    std::string out;
    for (const auto& [id, version] : items)
        out += (out.empty() ? "" : ",") +
               ("{\"id\":\"" + id + "\",\"version\":" + std::to_string(version) + more + "}");
    return "{\"items\":[" + out + "]}";
}

struct two_reported : world_at_work {
    two_reported()
    {
        for (const auto& [who, target] :
             {std::pair("sari", of_health), std::pair("rina", of_social)}) {
            evidence(who, target);
            REQUIRE(ask(who, "PATCH", "/api/v1/targets/" + target, R"({"achievement":"a"})",
                        if_match(version("targets", target)))
                        .status() == 200);
            REQUIRE(give(who, "targets", target, "report").status() == 200);
        }
    }
    std::string bulk = "/api/v1/targets/commands/";
};

} // namespace

TEST_CASE("in a bulk one refusal leaves the others as they are")
{
    two_reported here;
    const auto body = items_json({{here.of_health, here.version("targets", here.of_health)},
                                  {here.of_social, here.version("targets", here.of_social)},
                                  {here.later, 1},
                                  {"nothing", 1}});
    const auto done = here.ask("budi", "POST", here.bulk + "endorse", body);
    REQUIRE(done.status() == 200);
    REQUIRE(done.at("/items").as_array().size() == 4);
    CHECK(done.text("/items/0/status") == "200");
    CHECK(done.text("/items/0/resource/state") == "endorsed");
    CHECK(done.text("/items/1/id") == here.of_social);
    CHECK(done.text("/items/1/status") == "403");
    CHECK(done.text("/items/1/problem/code") == "forbidden");
    CHECK(done.text("/items/2/status") == "409");
    CHECK(done.text("/items/3/status") == "404");
    CHECK(here.get("ani", "/targets/" + here.of_health).text("/state") == "endorsed");
    const auto stale = here.ask(
        "ani", "POST", here.bulk + "sign_off",
        items_json({{here.of_health, 1000}}, R"(,"scores":{"administration":90,"substance":80})"));
    CHECK(stale.text("/items/0/status") == "412");
    const auto lacking =
        here.ask("ani", "POST", here.bulk + "sign_off", items_json({{here.of_health, 1000}}));
    CHECK(lacking.text("/items/0/status") == "422");
    CHECK(lacking.text("/items/0/problem/errors/0/pointer") == "/scores");
}

TEST_CASE("a bulk sent again with its key has no second effect")
{
    two_reported here;
    const auto body = items_json({{here.of_health, here.version("targets", here.of_health)},
                                  {here.of_social, here.version("targets", here.of_social)}});
    const headers key{{"idempotency-key", "k-1"}};
    const auto first = here.ask("budi", "POST", here.bulk + "endorse", body, key);
    CHECK(first.header("Idempotent-Replayed").empty());
    const auto again = here.ask("budi", "POST", here.bulk + "endorse", body, key);
    CHECK(again.raw.body == first.raw.body);
    CHECK(again.header("Idempotent-Replayed") == "true");
    CHECK(here.ask("budi", "POST", here.bulk + "endorse", items_json({{here.later, 1}}), key)
              .status() == 422);
    // As after a cut before the whole answer was kept: what was done is told again, not done again.
    here.behind().here().execute("DELETE FROM idempotency WHERE request_key = '" +
                                 workflow::sha256_hex("k-1") + "'");
    const auto resumed = here.ask("budi", "POST", here.bulk + "endorse", body, key);
    CHECK(resumed.text("/items/0/status") == "200");
    CHECK(resumed.text("/items/1/status") == "403");
    CHECK(
        here.get("ani", "/targets/" + here.of_health + "/history").at("/items").as_array().size() ==
        4);
    // What was done under the key is never taken for an answer to something else.
    here.behind().here().execute("DELETE FROM idempotency WHERE request_key = '" +
                                 workflow::sha256_hex("k-1") + "'");
    const auto other = here.ask("budi", "POST", here.bulk + "endorse",
                                items_json({{here.of_health, 1}, {here.of_social, 1}}), key);
    CHECK(other.status() == 422);
    CHECK(other.code() == "key_reused");
}

TEST_CASE("a dry run of a bulk changes nothing")
{
    two_reported here;
    const auto version = here.version("targets", here.of_health);
    const auto done = here.ask("budi", "POST", here.bulk + "endorse?dry_run=true",
                               items_json({{here.of_health, version}}));
    CHECK(done.text("/items/0/status") == "200");
    CHECK(here.version("targets", here.of_health) == version);
}

TEST_CASE("a bulk whose frame is wrong is refused as a whole")
{
    world_at_work here;
    std::vector<std::pair<std::string, std::int64_t>> many(201, {here.of_health, 1});
    struct row {
        std::string command, body;
        int status;
        const char* pointer;
    };
    const row rows[]{
        {"open", items_json({{here.of_health, 1}}), 404, ""},
        {"nonsense", items_json({{here.of_health, 1}}), 404, ""},
        {"report", "[", 400, ""},
        {"report", "{}", 422, "/items"},
        {"report", R"({"items":{}})", 422, "/items"},
        {"report", R"({"items":[7]})", 422, "/items/0"},
        {"report", R"({"items":[{"version":1}]})", 422, "/items/0/id"},
        {"report", R"({"items":[{"id":"a"}]})", 422, "/items/0/version"},
        {"report", R"({"items":[],"all":true})", 422, "/all"},
        {"report", items_json(many), 422, "/items"},
    };
    for (const row& r : rows) {
        INFO(r.command << ' ' << r.body.substr(0, 80));
        const auto no = here.ask("sari", "POST", "/api/v1/targets/commands/" + r.command, r.body);
        CHECK(no.status() == r.status);
        if (*r.pointer) {
            REQUIRE_FALSE(no.pointers().empty());
            CHECK(no.pointers().front() == r.pointer);
        }
    }
}
