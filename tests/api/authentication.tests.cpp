// Who a request is taken to come from.
#include "api/door/authentication.hpp"
#include "api/door/rights.hpp"
#include "persistence/nouns/appointments.hpp"
#include "persistence/nouns/tokens.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"

using namespace std::chrono_literals;
using support::town_hall;

namespace {

constexpr auto session = "/api/v1/session";

std::vector<std::string> roles_now(town_hall& here, const std::string& username)
{
    return here.store().read([&](persistence::unit_of_work& unit) {
        std::vector<std::string> out;
        const auto who = api::rights_of(unit, here.id_of(username));
        for (const auto& post : who->appointments) out.push_back(post.role);
        return out;
    });
}

} // namespace

TEST_CASE("nothing that is no session and no token opens the door")
{
    town_hall here;
    const support::header_list rows[]{
        {},
        {{"Cookie", ""}},
        {{"Cookie", "__Host-sid="}},
        {{"Cookie", "__Host-sid=guess"}},
        {{"Cookie", "sid=guess; x"}},
        {{"Authorization", "Bearer"}},
        {{"Authorization", "Bearer "}},
        {{"Authorization", "Bearer guess"}},
        {{"Authorization", "Basic YW5pOng="}},
    };
    for (const auto& headers : rows) {
        auto client = here.client();
        const auto got = client.get(session, headers);
        CHECK(got.status == 401);
        CHECK(got.code() == "unauthenticated");
    }
}

TEST_CASE("a cookie is found among others")
{
    town_hall here;
    api::request asked;
    asked.headers = {{"cookie", "theme=dark; __Host-sid=abc;lang=id"}};
    CHECK(api::session_token(here.context(), asked) == "abc");
    asked.headers = {{"cookie", "x__Host-sid=abc; __Host-sidx=abc"}};
    CHECK(api::session_token(here.context(), asked).empty());
}

TEST_CASE("half an hour after the last proof a session no longer counts as signed in just now")
{
    town_hall here;
    auto client = here.client();
    const std::string proof = R"("password":")" + support::good_password + R"("})";
    const auto recent_by = [&](const support::http_reply& given) {
        const auto cookie = given.header("set-cookie");
        api::request asked;
        asked.headers = {{"cookie", cookie.substr(0, cookie.find(';'))}};
        const auto by = api::authenticate(here.context(), asked);
        REQUIRE(by.has_value());
        return by->who.stepped_up;
    };
    const auto in = client.post(session, R"({"username":"ani",)" + proof);
    REQUIRE(in.status == 201);
    here.pass(20min); // requests keep the session, not the proof
    CHECK(recent_by(in));
    here.pass(10min);
    CHECK(recent_by(in));
    here.pass(1s);
    CHECK_FALSE(recent_by(in));
    client.take_cookies(in);
    client.always("X-CSRF-Token", std::string(in.json().at("csrf_token").as_string()));
    const auto again = client.post("/api/v1/session/step-up", "{" + proof);
    REQUIRE(again.status == 200);
    CHECK(recent_by(again));
}

TEST_CASE("a token needs no CSRF token, says so, and ends with its time")
{
    town_hall here;
    auto machine = here.with_token("ani");
    const auto got = machine.get(session);
    CHECK(got.status == 200);
    CHECK(got.json().at("csrf_token").is_null());
    here.pass(24h * 30);
    CHECK(machine.get(session).status == 401);
}

TEST_CASE(
    "a token that has ended says when, in the language asked for; one that was revoked does not")
{
    town_hall here;
    auto machine = here.with_token("ani");
    here.pass(24h * 30 - 1s);
    CHECK(machine.get(session).status == 200);
    here.pass(1s);
    const auto english = machine.get(session, {{"Accept-Language", "en"}});
    CHECK(english.status == 401);
    CHECK(english.code() == "unauthenticated");
    CHECK(english.json().at("detail") ==
          "This token has ended (2026-05-24T02:00:00Z). Make a new one and put it into your "
          "program.");
    CHECK(english.header("www-authenticate") == "Bearer error=\"invalid_token\"");
    CHECK(machine.get(session).json().at("detail").as_string().starts_with("Token ini sudah"));
    here.store().write([&](persistence::unit_of_work& unit) {
        persistence::end_tokens_of(unit, here.id_of("ani"));
    });
    const auto revoked = machine.get(session, {{"Accept-Language", "en"}});
    CHECK(revoked.json().at("detail") == "Please sign in first.");
    CHECK(revoked.header("www-authenticate") == "Bearer");
}

TEST_CASE("a token speaks the language that its request wishes, else its person's")
{
    town_hall here; // everybody's own is English
    auto machine = here.with_token("ani");
    const auto said = [&](const support::header_list& wishes) {
        return std::string(
            machine.get("/api/v1/users/none", wishes).json().at("title").as_string());
    };
    CHECK(said({}) == "Not found");
    CHECK(said({{"Accept-Language", "id"}}) == "Tidak ditemukan");
    CHECK(said({{"Accept-Language", "id;q=0.2, en-GB;q=0.5"}}) == "Not found");
    CHECK(said({{"Accept-Language", "*"}}) == "Not found");
    CHECK(said({{"Accept-Language", "fr"}}) == "Not found");
    auto person = here.signed_in("ani");
    CHECK(person.get("/api/v1/users/none", {{"Accept-Language", "id"}}).json().at("title") ==
          "Not found");
}

TEST_CASE("the use of a token is noted, once an hour")
{
    town_hall here;
    auto machine = here.with_token("ani");
    const auto used = [&] {
        return here.store().read([&](persistence::unit_of_work& unit) {
            return persistence::tokens_of(unit, here.id_of("ani")).front().used_at;
        });
    };
    CHECK_FALSE(used());
    machine.get(session);
    const auto first = here.now();
    CHECK(used() == first);
    here.pass(59min);
    machine.get(session);
    CHECK(used() == first);
    here.pass(1min);
    machine.get(session);
    CHECK(used() == here.now());
}

TEST_CASE("a request with a wrong token is not saved by a right cookie")
{
    town_hall here;
    auto client = here.signed_in("ani");
    CHECK(client.get(session, {{"Authorization", "Bearer guess"}}).status == 401);
}

TEST_CASE("ASVS 8.3.2: a post counts from its first to its last day, by the clock of its region")
{
    town_hall here; // 24 April, 09:00 in Jakarta
    here.store().write([&](persistence::unit_of_work& unit) {
        for (const char* region : {"62", "81"})
            persistence::insert_appointment(unit, {.id = std::string("later-") + region,
                                                   .user = here.id_of("eka"),
                                                   .role = std::string(workflow::role::observer),
                                                   .agency = {},
                                                   .region = region,
                                                   .from = 2026y / 4 / 25,
                                                   .to = 2026y / 4 / 25,
                                                   .acting = false});
    });
    const auto observers = [&] {
        const auto roles = roles_now(here, "eka");
        return std::count(roles.begin(), roles.end(), "observer");
    };
    CHECK(observers() == 0);
    here.pass(13h); // 22:00 in Jakarta, midnight in Ambon
    CHECK(observers() == 1);
    here.pass(2h);
    CHECK(observers() == 2);
    here.pass(22h);
    CHECK(observers() == 1);
    here.pass(2h);
    CHECK(observers() == 0);
}
