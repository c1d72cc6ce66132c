// Passwords that are chosen: by a one-time code, or by who knows the present one.
#include "api/door/sign_in.hpp"
#include "api/http/secret.hpp"
#include "persistence/nouns/credentials.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"
#include "workflow/things/sha256.hpp"

using namespace std::chrono_literals;
using persistence::unit_of_work;
using support::town_hall;

namespace {

constexpr auto session = "/api/v1/session";

support::http_reply try_in(town_hall& here, const std::string& username,
                           const std::string& password)
{
    auto client = here.client();
    return client.post(session,
                       R"({"username":")" + username + R"(","password":")" + password + "\"}");
}

struct invited : town_hall {
    void invite(const std::string& code)
    {
        store().write([&](unit_of_work& unit) {
            persistence::set_activation(unit, id_of("eka"), workflow::sha256_hex(code),
                                        unit.now() + 72h);
        });
    }
    support::http_reply activate(const std::string& code, const std::string& password)
    {
        auto someone = client();
        return someone.post("/api/v1/activation",
                            R"({"code":")" + code + R"(","password":")" + password + "\"}");
    }
};

} // namespace

TEST_CASE("ASVS 6.3.1: who guesses activation codes has to wait, whoever they are meant for")
{
    invited here;
    here.invite("one");
    for (int i = 0; i < 5; ++i) REQUIRE(here.activate("guess", "sepeda biru").status == 401);
    CHECK(here.activate("one", "sepeda biru di tepi sungai").status == 429);
    here.pass_monotonic(1s);
    CHECK(here.activate("one", "sepeda biru di tepi sungai").status == 200);
}

TEST_CASE("ASVS 7.4.3: a new password ends every session that was opened with the old one")
{
    invited here;
    auto browser = here.signed_in("eka");
    auto other = here.signed_in("ani");
    here.invite("one");
    REQUIRE(browser.get(session).status == 200);
    REQUIRE(here.activate("one", "sepeda biru di tepi sungai").status == 200);
    CHECK(browser.get(session).status == 401);
    CHECK(other.get(session).status == 200);
}

TEST_CASE("ASVS 6.4.1: an activation code lets somebody choose a password, once and in time")
{
    invited here;
    const auto activate = [&](const std::string& code, const std::string& password) {
        return here.activate(code, password);
    };
    here.invite("one");
    CHECK(activate("two", "sepeda biru di tepi sungai").status == 401);
    CHECK(activate("one", "short").status == 422);
    const auto common = activate("one", "password1234");
    CHECK(common.status == 422);
    CHECK(common.json().at("errors").as_array().front().at("pointer") == "/password");
    const auto done = activate("one", "sepeda biru di tepi sungai");
    CHECK(done.status == 200);
    CHECK(done.json().at("username") == "eka");
    CHECK(activate("one", "sepeda hijau di tepi sungai").status == 401);
    CHECK(try_in(here, "eka", "sepeda biru di tepi sungai").status == 201);
    CHECK(try_in(here, "eka", support::good_password).status == 401);
    here.invite("late");
    here.pass(72h);
    CHECK(activate("late", "sepeda hijau di tepi sungai").status == 401);
}

namespace {

constexpr auto new_password = "sepeda biru di tepi sungai";

support::http_reply change_to(support::http_client& client, const std::string& wanted,
                              const std::string& present = support::good_password)
{
    return client.post("/api/v1/session/password", R"({"current_password":")" + present +
                                                       R"(","new_password":")" + wanted + "\"}");
}

} // namespace

TEST_CASE("ASVS 6.2.3: who knows the present password chooses a new one and stays signed in")
{
    town_hall here;
    auto client = here.signed_in("eka");
    auto elsewhere = here.signed_in("eka");
    auto other = here.signed_in("ani");
    const auto csrf = client.get(session).json().at("csrf_token");
    const auto done = change_to(client, new_password);
    REQUIRE(done.status == 200);
    CHECK(done.json().at("user").at("username") == "eka");
    CHECK(done.json().at("csrf_token") == csrf); // the browser's other tabs hold it
    CHECK(client.get(session).status == 401);    // the former token
    client.take_cookies(done);
    CHECK(client.get(session).status == 200);
    CHECK(elsewhere.get(session).status == 401);
    CHECK(other.get(session).status == 200);
    CHECK(try_in(here, "eka", support::good_password).status == 401);
    CHECK(try_in(here, "eka", new_password).status == 201);
    const std::string log = here.security_log();
    CHECK(log.find(R"("what":"password_changed","account":"eka")") != log.npos);
    CHECK(log.find(new_password) == log.npos);
}

TEST_CASE("a new password that will not do is refused at its field, and nothing changes")
{
    town_hall here;
    auto client = here.signed_in("eka");
    const auto place = [](const support::http_reply& got) {
        return got.json().at("errors").as_array().front().at("pointer");
    };
    for (const char* weak : {"short", "password1234"}) {
        CAPTURE(weak);
        const auto got = change_to(client, weak);
        CHECK(got.status == 422);
        CHECK(place(got) == "/new_password");
    }
    const auto wrong = change_to(client, new_password, "not the password");
    CHECK(wrong.status == 422);
    CHECK(place(wrong) == "/current_password");
    CHECK(wrong.header("set-cookie").empty());
    CHECK(place(client.post("/api/v1/session/password", "{}")) == "/current_password");
    CHECK(client.get(session).status == 200);
    CHECK(try_in(here, "eka", support::good_password).status == 201);
    auto machine = here.with_token("eka");
    CHECK(change_to(machine, new_password).status == 403);
}

TEST_CASE("ASVS 6.3.1: who guesses the present password of an open session has to wait")
{
    town_hall here;
    auto client = here.signed_in("eka");
    for (int i = 0; i < 5; ++i) REQUIRE(change_to(client, new_password, "guess").status == 422);
    CHECK(change_to(client, new_password).status == 429);
    here.pass_monotonic(1s);
    CHECK(change_to(client, new_password).status == 200);
}
