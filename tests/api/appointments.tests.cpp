// Posts over HTTP, and that they count at once.
#include "api/nouns/appointments.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"
#include "workflow/words/sentences.hpp"

using namespace std::chrono_literals;
using support::town_hall;

namespace {

constexpr auto appointments = "/api/v1/appointments";

} // namespace

TEST_CASE("ASVS 8.3.2: a post that was given counts with the next request")
{
    town_hall here;
    auto eka = here.signed_in("eka");
    auto admin = here.signed_in("admin");
    const std::string other = "/api/v1/users/" + here.id_of("budi");
    CHECK(eka.get(other).status == 404);
    const auto made =
        admin.post(appointments, R"({"user":"u-eka","role":"administrator","region":"62"})");
    REQUIRE(made.status == 201);
    const auto post = made.json();
    CHECK(post.at("from") == "2026-04-24");
    CHECK(post.at("to").is_null());
    CHECK(post.at("acting") == false);
    CHECK(post.at("agency").is_null());
    CHECK(post.at("region").at("name") == "Kalimantan Tengah");
    CHECK(post.at("user").at("name") == "Name of eka");
    CHECK(eka.get(other).status == 200);
}

TEST_CASE("ASVS 8.3.2: a post ends with the day on which it is ended, without signing out")
{
    town_hall here;
    auto root = here.signed_in("root");
    auto admin = here.signed_in("admin");
    const std::string place = std::string(appointments) + "/p-admin";
    const std::string other = "/api/v1/users/" + here.id_of("budi");
    CHECK(root.send("DELETE", place, {}, town_hall::matching(root.get(place))).status == 204);
    CHECK(root.get(place).json().at("to") == "2026-04-24");
    CHECK(admin.get(other).status == 200);
    for (int i = 0; i < 36; ++i) { // to midnight, never idle
        here.pass(25min);
        admin.get("/api/v1/session");
    }
    CHECK(admin.get("/api/v1/session").status == 401); // twelve hours are over
    auto again = here.signed_in("admin");
    CHECK(again.get(other).status == 404);
}

TEST_CASE("a post of an agency has its region, and the list is filtered")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    const auto made =
        admin.post(appointments, R"({"user":"u-eka","role":"agency_head","agency":"a-health",)"
                                 R"("from":"2026-05-01","to":"2026-05-31","acting":true})");
    REQUIRE(made.status == 201);
    CHECK(made.json().at("region").at("code") == "62");
    const auto count = [&](const std::string& query) {
        return admin.get(appointments + query).json().at("items").as_array().size();
    };
    CHECK(count("?user=u-eka") == 2);
    CHECK(count("?user=u-eka&day=2026-04-24") == 1);
    CHECK(count("?agency=a-health") == 3);
    CHECK(count("?region=62.71") == 1);
    CHECK(count("?region=81") == 0);
}

TEST_CASE("what is no appointment is refused in the contract's order")
{
    struct row {
        const char* who;
        const char* body;
        int status;
        const char* pointer;
    };
    // clang-format off
    const row rows[]{
        {"admin", R"({})", 422, "/user"},
        {"admin", R"({"user":"nobody","role":"sahli","region":"62"})", 422, "/user"},
        {"admin", R"({"user":"u-eka","role":"king","region":"62"})", 422, "/role"},
        {"admin", R"({"user":"u-eka","role":"agency_head","region":"62"})", 422, "/agency"},
        {"admin", R"({"user":"u-eka","role":"sahli"})", 422, "/region"},
        {"admin", R"({"user":"u-eka","role":"sahli","agency":"a-health"})", 422, "/agency"},
        {"admin", R"({"user":"u-eka","role":"agency_head","agency":"none"})", 422, "/agency"},
        {"admin", R"({"user":"u-eka","role":"sahli","region":"62","to":"2026-02-30"})", 422, "/to"},
        {"admin", R"({"user":"u-eka","role":"sahli","region":"62","to":"2026-04-23"})", 422, "/to"},
        {"admin", R"({"user":"u-eka","role":"secretariat"})", 422, "/agency"},
        {"admin", R"({"user":"u-eka","role":"secretariat","region":"62"})", 422, "/agency"},
        {"admin", R"({"user":"u-eka","role":"agency_staff"})", 422, "/agency"},
        {"admin", R"({"user":"u-eka","role":"agency_staff","agency":""})", 422, "/agency"},
        {"admin", R"({"user":"u-eka","role":"observer"})", 422, "/region"},
        {"admin", R"({"user":"u-eka","role":"observer","region":"99"})", 422, "/region"},
        {"admin", R"({"user":"u-eka","role":"observer","region":"0"})", 422, "/region"},
        {"admin", R"({"user":"u-eka","role":"administrator"})", 422, "/region"},
        {"admin", R"({"user":"u-eka","role":"observer","agency":"a-health","region":"62"})", 422, "/agency"},
        {"admin", R"({"user":"u-eka","role":"secretariat","agency":"a-kesbangpol","region":"62"})", 422, "/region"},
        {"admin", R"({"user":"u-eka","role":"agency_head","agency":"a-health","region":"62.71"})", 422, "/region"},
        {"admin", R"({"user":"u-eka","role":"sahli","region":"81"})", 403, nullptr},
        {"admin", R"({"user":"u-eka","role":"administrator","region":"00"})", 403, nullptr},
        {"dewi",  R"({"user":"u-eka","role":"sahli","region":"62"})", 403, nullptr},
        {"ani",   R"({"user":"u-eka","role":"sahli","region":"62"})", 403, nullptr},
        {"ani",   R"({"nonsense":1})", 403, nullptr},
        {"eka",   R"({"user":"u-eka","role":"administrator","region":"62"})", 403, nullptr},
    };
    // clang-format on
    town_hall here;
    for (const row& r : rows) {
        CAPTURE(r.who, r.body);
        auto client = here.signed_in(r.who);
        const auto got = client.post(appointments, r.body);
        CHECK(got.status == r.status);
        const auto problem = got.json();
        if (r.pointer)
            CHECK(problem.at("errors").as_array().front().at("pointer") == r.pointer);
        else
            CHECK(problem.at("who").as_array().size() == 1);
    }
}

TEST_CASE("a post without its agency or region is not made, and the field says what it takes")
{
    struct row {
        const char* body;
        const char* pointer;
        const char* key;
    };
    // clang-format off
    const row rows[]{
        {R"({"user":"u-eka","role":"secretariat","region":"62"})", "/agency", "post_needs_agency"},
        {R"({"user":"u-eka","role":"sahli"})", "/region", "post_needs_region"},
        {R"({"user":"u-eka","role":"sahli","region":"62","agency":"a-health"})", "/agency", "post_takes_region"},
        {R"({"user":"u-eka","role":"agency_head","region":"62","agency":"a-health"})", "/region", "post_takes_agency"},
    };
    // clang-format on
    town_hall here;
    auto admin = here.signed_in("admin");
    for (const row& r : rows) {
        CAPTURE(r.body);
        const auto no = admin.post(appointments, r.body);
        CHECK(no.status == 422);
        const auto problem = no.json();
        const auto& errors = problem.at("errors").as_array();
        const auto fault = std::find_if(errors.begin(), errors.end(), [&](const auto& each) {
            return each.at("pointer") == r.pointer;
        });
        REQUIRE(fault != errors.end());
        CHECK(fault->at("detail").as_string() == workflow::say("en", {r.key}));
    }
    CHECK(
        admin.get(std::string(appointments) + "?user=u-eka").json().at("items").as_array().size() ==
        1);
}

TEST_CASE("ending a post that is not there, not yours or changed since is refused")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    const auto end = [](auto& client, const char* id, const char* version) {
        return client
            .send("DELETE", std::string(appointments) + "/" + id, {}, {{"If-Match", version}})
            .status;
    };
    CHECK(end(admin, "none", "\"1\"") == 404);
    CHECK(end(admin, "p-yosep", "\"1\"") == 404);
    CHECK(end(admin, "p-eka", "\"2\"") == 412);
    CHECK(admin.send("DELETE", std::string(appointments) + "/p-eka").status == 428);
    auto ani = here.signed_in("ani");
    CHECK(end(ani, "p-eka", "\"1\"") == 403);
    CHECK(end(admin, "p-eka", "\"1\"") == 204);
}
