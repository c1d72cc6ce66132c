// Codes by which an account's password is chosen: who makes them, and what ends them.
#include "api/nouns/users.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"
#include "workflow/words/sentences.hpp"

using namespace std::chrono_literals;
using support::fitri;
using support::town_hall;
using support::users;

namespace {

std::string activation_of(const std::string& username)
{
    return std::string(users) + "/u-" + username + "/activation";
}

} // namespace

TEST_CASE("who forgot the password gets a new code, and until it is used nothing ends")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    auto eka = here.signed_in("eka");
    const auto made = admin.post(activation_of("eka"), "{}");
    REQUIRE(made.status == 201);
    CHECK(made.header("location") == std::string(users) + "/u-eka");
    const auto told = made.json();
    const std::string code(told.at("activation_code").as_string());
    CHECK(told.at("activation_until").as_string() == workflow::rfc3339(here.now() + 7 * 24h));
    CHECK(eka.get("/api/v1/session").status == 200);
    CHECK(here.signed_in("eka").get("/api/v1/session").status == 200);

    const auto newer = admin.post(activation_of("eka"), "{}");
    const auto use = [&](std::string_view which) {
        return here.client()
            .post("/api/v1/activation",
                  R"({"code":")" + std::string(which) + R"(","password":"gunung tinggi di utara"})")
            .status;
    };
    CHECK(use(code) == 401); // the newer one took its place
    CHECK(use(newer.json().at("activation_code").as_string()) == 200);
    CHECK(eka.get("/api/v1/session").status == 401);
    const std::string log = here.security_log();
    CHECK(log.find(R"("what":"activation_made","by":"u-admin","user":"u-eka")") != log.npos);
    CHECK(log.find(code) == log.npos);
}

TEST_CASE("a code for somebody's account is made by who keeps every region of their posts")
{
    struct row {
        const char* who;
        const char* whose;
        int status;
    };
    const row rows[]{
        {"admin", "eka", 201}, {"root", "admin", 201}, {"root", "yosep", 201},
        {"ani", "eka", 403},   {"eka", "eka", 403},    {"dewi", "eka", 404},
        {"eka", "ani", 404},   {"admin", "root", 404}, {"admin", "nobody", 404},
    };
    town_hall here;
    for (const row& r : rows) {
        CAPTURE(r.who, r.whose);
        CHECK(here.signed_in(r.who).post(activation_of(r.whose), "{}").status == r.status);
    }
    auto root = here.signed_in("root");
    const auto without_post =
        root.post(users, R"({"username":"gita","name":"Gita","email":"g@e.org","region":"62"})");
    const std::string place = without_post.header("location") + "/activation";
    CHECK(here.signed_in("ani").post(place, "{}").status == 403); // sees gita, keeps nobody
    CHECK(here.signed_in("admin").post(place, "{}").status == 201);
    REQUIRE(root.post("/api/v1/appointments",
                      R"({"user":"u-eka","role":"observer","region":"00","from":"2026-05-01"})")
                .status == 201);
    const auto no = here.signed_in("admin").post(activation_of("eka"), "{}");
    CHECK(no.status == 403); // a password of eka's would open the nation's post
    CHECK(no.json().at("who").as_array().front().at("names").as_array().front() == "Name of root");
    CHECK(root.post(activation_of("eka"), "{}").status == 201);
}

TEST_CASE("a disabled account gets no code, nor does anybody for themselves, and both say why")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    const auto own = admin.post(activation_of("admin"), "{}");
    CHECK(own.status == 409);
    CHECK(own.json().at("detail").as_string() == workflow::say("en", {"activation_of_own"}));
    const auto read = admin.get(std::string(users) + "/u-eka");
    REQUIRE(admin
                .send("PATCH", std::string(users) + "/u-eka", R"({"disabled":true})",
                      town_hall::matching(read))
                .status == 200);
    const auto no = admin.post(activation_of("eka"), "{}");
    CHECK(no.status == 409);
    CHECK(no.json().at("detail").as_string() == workflow::say("en", {"activation_of_disabled"}));
    CHECK(admin.post(activation_of("budi"), R"({"code":"mine"})").status == 422);
}

namespace {

// What the world of a code may do to it, and what it then says.
struct change_of_eka {
    const char* who;
    const char* method;
    const char* target;
    const char* body;
};

std::string code_for(support::http_client& by, const std::string& username)
{
    const auto made = by.post(activation_of(username), "{}");
    REQUIRE(made.status == 201);
    return std::string(made.json().at("activation_code").as_string());
}

int status_of_use(town_hall& here, const std::string& code)
{
    return here.client()
        .post("/api/v1/activation",
              R"({"code":")" + code + R"(","password":"gunung tinggi di utara"})")
        .status;
}

} // namespace

TEST_CASE("a code dies with every change of what its account may do")
{
    // clang-format off
    const change_of_eka rows[]{
        {"root",  "POST",   "/api/v1/appointments", R"({"user":"u-eka","role":"observer","region":"00"})"},
        {"root",  "POST",   "/api/v1/appointments", R"({"user":"u-eka","role":"observer","region":"00","from":"2026-09-01"})"},
        {"admin", "POST",   "/api/v1/appointments", R"({"user":"u-eka","role":"agency_head","agency":"a-health"})"},
        {"admin", "DELETE", "/api/v1/appointments/p-eka", ""},
        {"admin", "PATCH",  "/api/v1/users/u-eka", R"({"name":"Eka Putri"})"},
        {"admin", "PATCH",  "/api/v1/users/u-eka", R"({"email":"eka.baru@example.org"})"},
        {"admin", "PATCH",  "/api/v1/users/u-eka", R"({"region":"62.71"})"},
    };
    // clang-format on
    for (const auto& r : rows) {
        CAPTURE(r.method, r.target, r.body);
        town_hall here;
        auto admin = here.signed_in("admin");
        const std::string code = code_for(admin, "eka");
        auto by = here.signed_in(r.who);
        support::header_list headers;
        if (r.method != std::string("POST")) headers = town_hall::matching(by.get(r.target));
        const auto done = by.send(r.method, r.target, r.body, headers);
        REQUIRE(done.status / 100 == 2);
        CHECK(status_of_use(here, code) == 401);
        auto root = here.signed_in("root");
        CHECK(status_of_use(here, code_for(root, "eka")) == 200); // a new one works
    }
}

TEST_CASE("a code does not wake up when a closed account is opened again")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    const std::string code = code_for(admin, "eka");
    const std::string place = std::string(users) + "/u-eka";
    for (const char* body : {R"({"disabled":true})", R"({"disabled":false})"})
        REQUIRE(admin.send("PATCH", place, body, town_hall::matching(admin.get(place))).status ==
                200);
    CHECK(status_of_use(here, code) == 401);
}

TEST_CASE("a code outlives what changes no right: a language, and a signing in")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    const std::string code = code_for(admin, "eka");
    auto eka = here.signed_in("eka");
    const std::string own = std::string(users) + "/u-eka";
    REQUIRE(
        eka.send("PATCH", own, R"({"locale":"id"})", town_hall::matching(eka.get(own))).status ==
        200);
    CHECK(status_of_use(here, code) == 200);
}

TEST_CASE("a district's administrator does not become the secretariat of the province")
{
    town_hall here;
    auto dewi = here.signed_in("dewi");
    const auto made = dewi.post(users, fitri);
    REQUIRE(made.status == 201);
    const std::string code(made.json().at("activation_code").as_string());
    const std::string user(made.json().at("id").as_string());
    auto admin = here.signed_in("admin");
    REQUIRE(admin
                .post("/api/v1/appointments",
                      R"({"role":"secretariat","agency":"a-kesbangpol","user":")" + user + R"("})")
                .status == 201);
    CHECK(status_of_use(here, code) == 401);
    const std::string place = std::string(users) + "/" + user;
    CHECK(dewi.post(place + "/activation", "{}").status == 403);
    for (const char* body : {R"({"name":"Dewi"})", R"({"email":"dewi@example.org"})",
                             R"({"disabled":true})", R"({"region":"62.71"})"}) {
        CAPTURE(body);
        const auto no = dewi.send("PATCH", place, body, town_hall::matching(dewi.get(place)));
        CHECK(no.status == 403);
        CHECK(no.json().at("who").as_array().front().at("names").as_array().front() ==
              "Name of admin");
    }
    const auto kept = admin.get(place).json();
    CHECK(kept.at("name") == "Fitri");
    CHECK(kept.at("email") == "fitri@example.org");
    CHECK(kept.at("disabled") == false);
}

TEST_CASE("who keeps every post of a person, present and to come, changes the account")
{
    town_hall here;
    auto root = here.signed_in("root");
    auto admin = here.signed_in("admin");
    const std::string place = std::string(users) + "/u-eka";
    const auto rename = [&](auto& by, const char* name) {
        return by
            .send("PATCH", place, R"({"name":")" + std::string(name) + R"("})",
                  town_hall::matching(by.get(place)))
            .status;
    };
    CHECK(rename(admin, "Eka One") == 200);
    const auto post =
        root.post("/api/v1/appointments", R"({"user":"u-eka","role":"observer","region":"00",)"
                                          R"("from":"2026-04-24","to":"2026-04-25"})");
    REQUIRE(post.status == 201);
    CHECK(rename(admin, "Eka Two") == 403);
    CHECK(rename(root, "Eka Three") == 200);
    here.pass(48h); // that post is over
    auto later = here.signed_in("admin");
    CHECK(rename(later, "Eka Four") == 200);
}
