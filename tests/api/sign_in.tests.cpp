// The life of a session over real sockets, and everything that ends it or refuses to begin it.
#include "api/door/sign_in.hpp"
#include "api/door/second_factor.hpp"
#include "persistence/nouns/credentials.hpp"
#include "persistence/nouns/users.hpp"
#include "persistence/sql/statement.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"

using namespace std::chrono_literals;
using persistence::unit_of_work;
using support::http_client;
using support::town_hall;

namespace {

constexpr auto session = "/api/v1/session";

std::string credentials(const std::string& username, const std::string& password,
                        const std::string& more = {})
{
    return R"({"username":")" + username + R"(","password":")" + password + "\"" + more + "}";
}

support::http_reply try_in(town_hall& here, const std::string& username,
                           const std::string& password, const std::string& more = {})
{
    auto client = here.client();
    return client.post(session, credentials(username, password, more));
}

const std::string totp_secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

void set_totp(town_hall& here, const std::string& username)
{
    here.store().write([&](unit_of_work& unit) {
        persistence::set_totp_secret(unit, here.id_of(username), totp_secret);
    });
}

// The code that an app would show now, found by trying.
std::string code_at(workflow::instant now)
{
    for (int i = 0; i < 1'000'000; ++i) {
        std::string code = std::to_string(i);
        code.insert(0, 6 - code.size(), '0');
        const auto step = api::fitting_step(totp_secret, code, now, 0);
        if (step == now.time_since_epoch() / 30s) return code;
    }
    return {};
}

} // namespace

TEST_CASE("ASVS 3.3: signing in sets one cookie, bound to the host and out of reach of scripts")
{
    town_hall here;
    auto client = here.client();
    const auto got = client.post(session, credentials("ani", support::good_password));
    CHECK(got.status == 201);
    const auto cookie = got.header("set-cookie");
    CHECK(cookie.starts_with("__Host-sid="));
    for (const char* part : {"; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"})
        CHECK(cookie.find(part) != cookie.npos);
    CHECK(cookie.find("Domain") == cookie.npos);
    const auto user = got.json().at("user").as_object();
    CHECK(user.at("username") == "ani");
    CHECK(user.at("appointments").as_array().front().at("role") == "secretariat");
    CHECK(got.json().at("csrf_token").as_string().size() == 43);

    client.take_cookies(got);
    const auto again = client.get(session);
    CHECK(again.status == 200);
    CHECK(again.json().at("user") == got.json().at("user"));
    CHECK(again.json().at("csrf_token") == got.json().at("csrf_token"));
}

TEST_CASE("on plain http of the loopback the cookie has a name that browsers keep")
{
    town_hall here({}, false);
    auto client = here.client();
    const auto got = client.post(session, credentials("ani", support::good_password));
    CHECK(got.header("set-cookie").starts_with("sid="));
    CHECK(got.header("set-cookie").find("Secure") == std::string::npos);
    client.take_cookies(got);
    CHECK(client.get(session).status == 200);
}

TEST_CASE("ASVS 6.3.8: a wrong name and a wrong password get the same answer")
{
    town_hall here;
    const auto name = try_in(here, "nobody", support::good_password);
    const auto password = try_in(here, "ani", "not the password of ani");
    CHECK(name.status == 401);
    CHECK(name.code() == "unauthenticated");
    CHECK(password.status == name.status);
    CHECK(password.body == name.body);
    CHECK(password.header("set-cookie").empty());
}

TEST_CASE("a request that hashes a password is known by its head")
{
    const auto known = [](std::string method, std::string target) {
        api::request head;
        head.method = std::move(method);
        head.target = std::move(target);
        return api::hashes_password(head);
    };
    CHECK(known("POST", session));
    CHECK(known("POST", "/masuk?bahasa=id"));
    CHECK_FALSE(known("GET", session));
    CHECK_FALSE(known("POST", "/api/v1/plans"));
}

TEST_CASE("ASVS 7.4.1: after signing out the cookie is worth nothing")
{
    town_hall here;
    auto client = here.signed_in("ani");
    const auto gone = client.send("DELETE", session);
    CHECK(gone.status == 204);
    CHECK(gone.header("set-cookie").find("Max-Age=0") != std::string::npos);
    CHECK(client.get(session).status == 401);
}

TEST_CASE("a token is not told that it was signed out")
{
    town_hall here;
    auto machine = here.with_token("ani");
    const auto got = machine.send("DELETE", session);
    CHECK(got.status == 403);
    CHECK(got.header("set-cookie").empty());
    CHECK(machine.get(session).status == 200);
}

TEST_CASE("ASVS 3.5.1: a change without the session's CSRF token is refused")
{
    town_hall here;
    auto client = here.signed_in("ani");
    const auto other = here.signed_in("ani");
    client.never("X-CSRF-Token");
    CHECK(client.send("DELETE", session).code() == "csrf");
    CHECK(client.send("DELETE", session, {}, {{"X-CSRF-Token", "guess"}}).code() == "csrf");
    CHECK(client.post("/api/v1/users", "{}", {{"Idempotency-Key", "k1"}}).code() == "csrf");
    CHECK(client.get(session).status == 200);
}

TEST_CASE("ASVS 7.3.1: half an hour without a request ends the session, requests keep it")
{
    town_hall here;
    auto client = here.signed_in("ani");
    for (int i = 0; i < 4; ++i) {
        here.pass(29min);
        REQUIRE(client.get(session).status == 200);
    }
    here.pass(30min);
    CHECK(client.get(session).status == 401);
}

TEST_CASE("ASVS 7.3.2: twelve hours after signing in the session ends, whatever happens")
{
    town_hall here;
    auto client = here.signed_in("ani");
    for (int i = 0; i < 12 * 3 - 1; ++i) {
        here.pass(20min);
        REQUIRE(client.get(session).status == 200);
    }
    here.pass(20min);
    CHECK(client.get(session).status == 401);
}

TEST_CASE("ASVS 7.2.4: a step-up gives a new token, the old one is dead, the CSRF token stays")
{
    town_hall here;
    auto client = here.signed_in("ani");
    auto stolen = client.send("GET", session);
    const auto got =
        client.post("/api/v1/session/step-up", R"({"password":")" + support::good_password + "\"}");
    REQUIRE(got.status == 200);
    CHECK(got.json().at("csrf_token") == stolen.json().at("csrf_token"));
    CHECK(client.get(session).status == 401);
    client.take_cookies(got);
    CHECK(client.get(session).status == 200);
}

TEST_CASE("a step-up wants the right password, or a code, and not both")
{
    town_hall here;
    auto client = here.signed_in("ani");
    const auto ask = [&](const char* body) { return client.post("/api/v1/session/step-up", body); };
    const auto wrong = ask(R"({"password":"wrong"})");
    CHECK(wrong.status == 401);
    CHECK(wrong.json().at("title") == "The password is wrong");
    CHECK(wrong.json().at("errors").at(0).at("pointer") == "/password");
    CHECK(ask(R"({})").status == 422);
    CHECK(ask(R"({"password":"a","code":"b"})").status == 422);
    const auto no_code = ask(R"({"code":"123456"})");
    CHECK(no_code.status == 401);
    CHECK(no_code.json().at("title") == "The code is wrong");
    CHECK(no_code.json().at("errors").at(0).at("pointer") == "/code");
    const auto outside = try_in(here, "ani", "wrong");
    CHECK(outside.json().at("title") == "Nama pengguna atau kata sandi salah");
    CHECK(client.get(session).status == 200);
    auto machine = here.with_token("ani");
    CHECK(machine.post("/api/v1/session/step-up", R"({"password":"x"})").status == 403);
    CHECK(machine.post("/api/v1/session/step-up", "{}").status == 403);
}

TEST_CASE("ASVS 6.5.1: where a second factor is set it is asked for, and each code works once")
{
    town_hall here;
    set_totp(here, "ani");
    const auto without = try_in(here, "ani", support::good_password);
    CHECK(without.status == 401);
    CHECK(without.code() == "second_factor_required");
    CHECK(try_in(here, "ani", "wrong").code() == "unauthenticated");
    const std::string code = R"(,"code":")" + code_at(here.now()) + "\"";
    CHECK(try_in(here, "ani", support::good_password, code).status == 201);
    const auto again = try_in(here, "ani", support::good_password, code);
    CHECK(again.status == 401);
    CHECK(again.header("set-cookie").empty());
}

TEST_CASE("ASVS 6.3.1: who guesses has to wait, is told how long, and is never locked out")
{
    town_hall here;
    for (int i = 0; i < 5; ++i) REQUIRE(try_in(here, "ani", "guess").status == 401);
    const auto slowed = try_in(here, "ani", support::good_password);
    CHECK(slowed.status == 429);
    CHECK(slowed.code() == "too_many_requests");
    CHECK(slowed.header("retry-after") == "1");
    CHECK(try_in(here, "budi", support::good_password).status == 201);
    here.pass_monotonic(1s);
    CHECK(try_in(here, "ani", support::good_password).status == 201);
    CHECK(try_in(here, "ani", support::good_password).status == 201);
}

TEST_CASE("who signs in is told what is left of the limits, before and after the last free try")
{
    town_hall here;
    const auto first = try_in(here, "ani", "guess");
    CHECK(first.header("ratelimit-policy") == R"("account";q=5;w=900, "network";q=30;w=900)");
    CHECK(first.header("ratelimit") == R"("account";r=4;t=900, "network";r=29;t=900)");
    for (int i = 0; i < 4; ++i) try_in(here, "ani", "guess");
    const auto slowed = try_in(here, "ani", support::good_password);
    REQUIRE(slowed.status == 429);
    CHECK(slowed.header("ratelimit") == R"("account";r=0;t=1, "network";r=25;t=900)");
    here.pass_monotonic(1s);
    const auto in = try_in(here, "ani", support::good_password);
    REQUIRE(in.status == 201);
    CHECK(in.header("ratelimit") == R"("account";r=5;t=0, "network";r=25;t=900)");
    CHECK(here.client().get("/api/v1/session").header("ratelimit").empty());
}

TEST_CASE("ASVS 6.3.1: who knows the password has to wait all the same when guessing the code")
{
    town_hall here;
    set_totp(here, "ani");
    const std::string code = R"(,"code":"no code")";
    for (int i = 0; i < 5; ++i)
        REQUIRE(try_in(here, "ani", support::good_password, code).code() ==
                "second_factor_required");
    const std::string right = R"(,"code":")" + code_at(here.now()) + "\"";
    CHECK(try_in(here, "ani", support::good_password, right).status == 429);
    here.pass_monotonic(1s);
    CHECK(try_in(here, "ani", support::good_password, right).status == 201);
}

TEST_CASE("ASVS 6.3.1: who guesses at a step-up has to wait, inside their session as outside")
{
    town_hall here;
    auto client = here.signed_in("ani");
    const auto step_up = [&](const std::string& password) {
        return client.post("/api/v1/session/step-up", R"({"password":")" + password + "\"}");
    };
    for (int i = 0; i < 5; ++i) REQUIRE(step_up("guess").status == 401);
    CHECK(step_up(support::good_password).status == 429);
    here.pass_monotonic(1s);
    CHECK(step_up(support::good_password).status == 200);
}

TEST_CASE("ASVS 7.2.4: signing in ends the session that the browser had before")
{
    town_hall here;
    auto client = here.client();
    const auto sign_in = [&] {
        return client.post(session, credentials("ani", support::good_password))
            .header("set-cookie");
    };
    const auto cookie = [](const std::string& set) {
        return support::header_list{{"Cookie", set.substr(0, set.find(';'))}};
    };
    const auto first = cookie(sign_in());
    REQUIRE(here.client().get(session, first).status == 200);
    client.always("Cookie", first.front().second);
    const auto second = cookie(sign_in());
    CHECK(here.client().get(session, second).status == 200);
    CHECK(here.client().get(session, first).status == 401);
}

TEST_CASE("ASVS 7.4.2: disabling somebody ends their sessions and tokens at once")
{
    town_hall here;
    auto browser = here.signed_in("eka");
    auto machine = here.with_token("eka");
    REQUIRE(browser.get(session).status == 200);
    REQUIRE(machine.get(session).status == 200);
    here.store().write([&](unit_of_work& unit) {
        persistence::statement(unit, "UPDATE users SET disabled = 1 WHERE id = :id",
                               {here.id_of("eka")})
            .change_one();
    });
    CHECK(browser.get(session).status == 401);
    CHECK(machine.get(session).status == 401);
    CHECK(try_in(here, "eka", support::good_password).status == 401);
}

TEST_CASE("what is no sign-in is refused with its place")
{
    struct row {
        const char* body;
        int status;
        const char* pointer;
    };
    const row rows[]{
        {R"({})", 422, "/username"},
        {R"({"username":"ani"})", 422, "/password"},
        {R"({"username":1,"password":"x"})", 422, "/username"},
        {R"({"username":"ani","password":null})", 422, "/password"},
        {R"({"username":"ani","password":"x","admin":true})", 422, "/admin"},
        {R"({"username":"","password":"x"})", 422, "/username"},
    };
    town_hall here;
    for (const row& r : rows) {
        CAPTURE(r.body);
        auto client = here.client();
        const auto got = client.post(session, r.body);
        CHECK(got.status == r.status);
        CHECK(got.json().at("errors").as_array().front().at("pointer") == r.pointer);
    }
    auto client = here.client();
    CHECK(client.post(session, "[]").status == 422);
    CHECK(client.post(session, "{").status == 400);
    CHECK(client.post(session, "{}", {{"Content-Type", "text/plain"}}).status == 415);
}

TEST_CASE("ASVS 16.3.1: who came in and who did not stands in the security log, without secrets")
{
    town_hall here;
    REQUIRE(try_in(here, "ani", "a wrong password").status == 401);
    REQUIRE(try_in(here, "ani", support::good_password).status == 201);
    const std::string lines = here.security_log();
    CHECK(lines.find(R"("what":"sign_in_failed","account":"ani")") != std::string::npos);
    CHECK(lines.find(R"("what":"signed_in","account":"ani")") != std::string::npos);
    CHECK(lines.find(R"("remote":"127.0.0.1")") != std::string::npos);
    CHECK(lines.find("a wrong password") == std::string::npos);
    CHECK(lines.find(support::good_password) == std::string::npos);
}

TEST_CASE("ASVS 6.5.1: a code used while the clock was ahead keeps its owner out no longer")
{
    town_hall here;
    set_totp(here, "ani");
    const auto now = here.now();
    const auto code_of = [](workflow::instant at) { return R"(,"code":")" + code_at(at) + "\""; };
    here.pass(400 * 24h);
    CHECK(try_in(here, "ani", support::good_password, code_of(here.now())).status == 201);
    here.pass(now + 60s - here.now());
    const std::string code = code_of(here.now());
    CHECK(try_in(here, "ani", support::good_password, code).status == 201);
    CHECK(here.security_log().find("second_factor_step_ahead") != std::string::npos);
    CHECK(try_in(here, "ani", support::good_password, code).status == 401); // still works once
}

TEST_CASE("ASVS 7.3: what a clock that was ahead let in decides nothing when it is right again")
{
    town_hall here;
    const auto now = here.now();
    auto right = here.signed_in("ani");
    here.pass(400 * 24h);
    auto ahead = here.signed_in("ani");
    here.pass(now + 60s - here.now());
    CHECK(ahead.get(session).status == 401);
    CHECK(right.get(session).status == 200);
}
