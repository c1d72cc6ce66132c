// Accounts over HTTP: made, activated, changed, disabled, and hidden from who may not see them.
#include "api/nouns/users.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"

using namespace std::chrono_literals;
using support::fitri;
using support::town_hall;
using support::users;

namespace {

std::vector<std::string> usernames(const support::http_reply& list)
{
    const auto body = list.json();
    std::vector<std::string> out;
    for (const auto& each : body.at("items").as_array())
        out.emplace_back(each.at("username").as_string());
    return out;
}

} // namespace

TEST_CASE("an administrator makes an account, its owner chooses the password and signs in")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    const auto made = admin.post(users, fitri);
    REQUIRE(made.status == 201);
    const auto user = made.json();
    CHECK(user.at("username") == "fitri");
    CHECK(user.at("version") == 1);
    CHECK(user.at("appointments").as_array().empty());
    const std::string place = made.header("location");
    const auto read = admin.get(place);
    CHECK(read.status == 200);
    CHECK_FALSE(read.json().as_object().contains("activation_code"));

    auto owner = here.client();
    const std::string code(user.at("activation_code").as_string());
    CHECK(owner
              .post("/api/v1/activation",
                    R"({"code":")" + code + R"(","password":"gunung tinggi di utara"})")
              .status == 200);
    const auto in = owner.post("/api/v1/session",
                               R"({"username":"FITRI","password":"gunung tinggi di utara"})");
    CHECK(in.status == 201);
}

TEST_CASE("the same Idempotency-Key makes one account")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    const support::header_list key{{"Idempotency-Key", "k1"}};
    const auto first = admin.post(users, fitri, key);
    const auto again = admin.post(users, fitri, key);
    CHECK(first.status == 201);
    CHECK(again.status == 201);
    CHECK(again.body == first.body);
    CHECK(again.header("idempotent-replayed") == "true");
    CHECK(admin.post(users, fitri).code() == "conflict");
}

TEST_CASE("people are seen by themselves, their region's secretariat and administrators above")
{
    town_hall here;
    struct row {
        const char* reader;
        std::vector<std::string> seen;
    };
    const row rows[]{
        {"eka", {"eka"}},
        {"dewi", {"dewi"}},
        {"ani", {"admin", "ani", "budi", "eka"}},
        {"admin", {"admin", "ani", "budi", "dewi", "eka"}},
        {"yosep", {"yosep"}},
        {"root", {"admin", "ani", "budi", "citra", "dewi", "eka", "root", "yosep"}},
    };
    for (const row& r : rows) {
        CAPTURE(r.reader);
        auto client = here.signed_in(r.reader);
        CHECK(usernames(client.get(users)) == r.seen);
        for (const char* other : {"eka", "dewi", "root"}) {
            const bool may = std::find(r.seen.begin(), r.seen.end(), other) != r.seen.end();
            CHECK(client.get(std::string(users) + "/" + here.id_of(other)).status ==
                  (may ? 200 : 404));
        }
    }
}

TEST_CASE("a list comes in pages that together are the whole")
{
    town_hall here;
    auto root = here.signed_in("root");
    std::vector<std::string> all;
    std::string next;
    do {
        const auto got =
            root.get(std::string(users) + "?limit=3" + (next.empty() ? "" : "&cursor=" + next));
        REQUIRE(got.status == 200);
        for (auto& each : usernames(got)) all.push_back(each);
        const auto body = got.json();
        next = body.at("next").is_null() ? "" : std::string(body.at("next").as_string());
    } while (!next.empty());
    CHECK(all == usernames(root.get(users)));
    CHECK(root.get(std::string(users) + "?cursor=%21").status == 400);
}

TEST_CASE("everybody may choose their own language, and nothing else of themselves")
{
    town_hall here;
    auto eka = here.signed_in("eka");
    const std::string own = std::string(users) + "/" + here.id_of("eka");
    const auto read = eka.get(own);
    const auto done = eka.send("PATCH", own, R"({"locale":"id"})", town_hall::matching(read));
    CHECK(done.status == 200);
    CHECK(done.json().at("locale") == "id");
    CHECK(done.header("etag") != read.header("etag"));
    const auto no = eka.send("PATCH", own, R"({"name":"Ratu"})", town_hall::matching(done));
    CHECK(no.status == 403);
    const auto told = no.json();
    CHECK(told.at("who").as_array().front().at("role") == "administrator");
    CHECK(told.at("who").as_array().front().at("names").as_array().front() == "Name of admin");
    CHECK(told.at("detail") == "Tindakan ini bukan wewenang Anda.");
}

TEST_CASE("ASVS 7.4.2: who is disabled over HTTP is out with the next request")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    auto eka = here.signed_in("eka");
    const std::string place = std::string(users) + "/" + here.id_of("eka");
    const auto read = admin.get(place);
    CHECK(read.json().at("disabled") == false);
    const auto done = admin.send("PATCH", place, R"({"disabled":true})", town_hall::matching(read));
    CHECK(done.status == 200);
    CHECK(eka.get("/api/v1/session").status == 401);
    // And stays out: coming back does not wake the sessions of before.
    const auto back =
        admin.send("PATCH", place, R"({"disabled":false})", town_hall::matching(done));
    CHECK(back.status == 200);
    CHECK(eka.get("/api/v1/session").status == 401);
    CHECK(here.signed_in("eka").get("/api/v1/session").status == 200);
}

TEST_CASE("what is no account and no change is refused in the contract's order")
{
    struct row {
        const char* who;
        const char* method;
        const char* target;
        const char* body;
        const char* if_match;
        int status;
        const char* pointer; // of the first fault; null: not asked
    };
    // clang-format off
    const row rows[]{
        {"admin", "POST",  "", R"({"username":"a b","name":"x"})", "", 422, "/username"},
        {"admin", "POST", "", R"({"username":"gi"})", "", 422, "/name"},
        {"admin", "POST", "", R"({"username":"gi","name":" "})", "", 422, "/name"},
        {"admin", "POST", "", R"({"username":"gi","name":"x","email":"none"})", "", 422, "/email"},
        {"admin", "POST", "", R"({"username":"gi","name":"x","locale":"fr"})", "", 422, "/locale"},
        {"admin", "POST", "", R"({"username":"gi","name":"x","region":"99"})", "", 422, "/region"},
        {"admin", "POST", "", R"({"username":"gi","name":"x","password":1})", "", 422, "/password"},
        {"admin", "POST", "", R"({"username":"gi","name":"x","region":"81"})", "", 403, nullptr},
        {"dewi",  "POST",  "", R"({"username":"gi","name":"x","region":"62"})", "", 403, nullptr},
        {"ani",   "POST",  "", R"({"username":"gi","name":"x"})", "", 403, nullptr},
        {"ani",   "POST",  "", R"({"nonsense":true})", "", 403, nullptr},
        {"admin", "POST",  "", R"({"username":"eka","name":"x"})", "", 409, nullptr},
        {"admin", "POST",  "", "{", "", 400, nullptr},
        {"admin", "POST",  "?colour=red", "{}", "", 400, nullptr},
        {"admin", "DELETE", "", "", "", 405, nullptr},
        {"admin", "PATCH", "/u-eka", R"({"name":"x"})", "", 428, nullptr},
        {"admin", "PATCH", "/u-eka", R"({"name":"x"})", "\"99\"", 412, nullptr},
        {"admin", "PATCH", "/u-eka", R"({"name":""})", "\"1\"", 422, "/name"},
        {"admin", "PATCH", "/u-eka", R"({"region":"81"})", "\"1\"", 403, nullptr},
        {"ani",   "PATCH", "/u-eka", R"({"name":"x"})", "\"1\"", 403, nullptr},
        {"eka",   "PATCH", "/u-ani", R"({"name":"x"})", "\"1\"", 404, nullptr},
        {"eka",   "PATCH", "/u-ani", R"({"name":"x"})", "", 404, nullptr},
        {"eka",   "PATCH", "/u-ani", "{", "\"1\"", 404, nullptr},
        {"eka",   "GET",   "/u-ani", "", "", 404, nullptr},
        {"eka",   "GET",   "/nobody", "", "", 404, nullptr},
    };
    // clang-format on
    town_hall here;
    for (const row& r : rows) {
        CAPTURE(r.who, r.method, r.target, r.body);
        auto client = here.signed_in(r.who);
        support::header_list headers;
        if (*r.if_match) headers = {{"If-Match", r.if_match}};
        const auto got = client.send(r.method, users + std::string(r.target), r.body, headers);
        CHECK(got.status == r.status);
        if (!r.pointer) continue;
        const auto problem = got.json();
        CHECK(problem.at("errors").as_array().front().at("pointer") == r.pointer);
    }
}
