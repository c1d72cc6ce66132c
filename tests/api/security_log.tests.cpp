// What the security log is told of, and what happens while it cannot be written.
#include "api/door/security_log.hpp"
#include "api/nouns/calendar_feed.hpp"
#include "api/nouns/tokens.hpp"
#include "persistence/nouns/security_records.hpp"
#include "persistence/nouns/tokens.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <set>
#include <sstream>

using namespace std::chrono_literals;
using support::town_hall;
namespace json = boost::json;

namespace {

std::vector<json::object> lines_of(const town_hall& here)
{
    std::vector<json::object> out;
    std::istringstream lines(here.security_log());
    for (std::string line; std::getline(lines, line);) out.push_back(json::parse(line).as_object());
    return out;
}

std::string text_of(const json::object& line, std::string_view member)
{
    const auto* found = line.if_contains(member);
    return found && found->is_string() ? std::string(found->as_string()) : std::string();
}

std::size_t count_of(const town_hall& here, std::string_view what)
{
    std::size_t out = 0;
    for (const auto& line : lines_of(here))
        if (text_of(line, "what") == what) ++out;
    return out;
}

std::string waiting_lines(town_hall& here)
{
    return here.store().read([](persistence::unit_of_work& unit) {
        std::string out;
        for (const auto& each : persistence::waiting_security_records(unit, 1000))
            out += each.line + "\n";
        return out;
    });
}

// A change that somebody may make, and the line that it leaves.
struct leaving {
    const char* who;
    const char* method;
    const char* pattern; // as the description of the API has it
    const char* target;
    const char* body;
    const char* what;
    const char* about; // a part of the line that says of what
};

// clang-format off
const leaving changes[]{
    {"admin", "POST",   "/api/v1/users", "/api/v1/users",
     R"({"username":"gita","name":"Gita","region":"62"})", "user_created", R"("username":"gita")"},
    {"admin", "PATCH",  "/api/v1/users/{id}", "/api/v1/users/u-eka",
     R"({"name":"Eka P."})", "user_changed", R"("user":"u-eka","changes":{"name":"Eka P."})"},
    {"admin", "POST",   "/api/v1/users/{id}/activation", "/api/v1/users/u-eka/activation",
     "{}", "activation_made", R"("user":"u-eka")"},
    {"admin", "POST",   "/api/v1/appointments", "/api/v1/appointments",
     R"({"user":"u-eka","role":"sahli","region":"62"})", "appointment_made", R"("user":"u-eka","role":"sahli")"},
    {"admin", "DELETE", "/api/v1/appointments/{id}", "/api/v1/appointments/p-budi",
     "", "appointment_ended", R"("appointment":"p-budi","user":"u-budi")"},
    {"admin", "POST",   "/api/v1/agencies", "/api/v1/agencies",
     R"({"region":"62","name":"Dinas A","short_name":"A","kind":"opd"})", "agency_made", R"("name":"Dinas A")"},
    {"admin", "PATCH",  "/api/v1/agencies/{id}", "/api/v1/agencies/a-health",
     R"({"name":"Dinas Kesehatan"})", "agency_changed", R"("agency":"a-health","changes":{"name":"Dinas Kesehatan"})"},
    {"admin", "PUT",    "/api/v1/holidays", "/api/v1/holidays?year=2026&region=62",
     R"({"items":[{"date":"2026-05-20","kind":"regional","name":"Hari Jadi"}]})", "holidays_changed", R"("region":"62","year":2026)"},
    {"admin", "PUT",    "/api/v1/periods", "/api/v1/periods?region=62&kind=rad_pks&year=2026",
     R"({"items":[]})", "periods_changed", R"("region":"62","kind":"rad_pks","year":2026)"},
    {"admin", "POST",   "/api/v1/me/calendar", "/api/v1/me/calendar", "{}", "calendar_made", ""},
    {"admin", "DELETE", "/api/v1/me/calendar", "/api/v1/me/calendar", "", "calendar_revoked", ""},
    {"admin", "POST",   "/api/v1/tokens", "/api/v1/tokens",
     R"({"name":"export","scopes":["read"],"region":"62"})", "token_created", R"("name":"export","scopes":["read"],"region":"62")"},
    {"admin", "DELETE", "/api/v1/tokens/{id}", "/api/v1/tokens/t-eka", "", "token_revoked", R"("user":"u-eka","token":"t-eka")"},
    {"admin", "POST",   "/api/v1/session/step-up", "/api/v1/session/step-up",
     R"({"password":"kolam-teguh-padis-47"})", "stepped_up", R"("session":)"},
    {"eka",   "POST",   "/api/v1/session/password", "/api/v1/session/password",
     R"({"current_password":"kolam-teguh-padis-47","new_password":"gunung tinggi di utara"})", "password_changed", R"("account":"eka")"},
    {"ani",   "DELETE", "/api/v1/session", "/api/v1/session", "", "signed_out", R"("session":)"},
};
// clang-format on

std::vector<api::route> personal_routes(const api::context& here)
{
    auto out = api::calendar_routes(here);
    for (auto& each : api::token_routes(here)) out.push_back(std::move(each));
    return out;
}

support::http_reply carry_out(support::http_client& by, const leaving& row)
{
    support::header_list headers;
    const std::string method = row.method;
    const bool matches = method == "PUT" || method == "PATCH" || method == "DELETE";
    if (matches && std::string(row.target) != "/api/v1/session")
        headers = town_hall::matching(by.get(row.target));
    return by.send(method, row.target, row.body, headers);
}

} // namespace

TEST_CASE("every route that changes the directory or a session leaves its line, with who and what")
{
    town_hall here(personal_routes);
    here.store().write([](persistence::unit_of_work& unit) {
        persistence::create_token(unit, {"t-eka", "u-eka", "export", "secret", unit.now() + 24h});
    });
    for (const leaving& row : changes) {
        CAPTURE(row.method, row.target);
        auto by = here.signed_in(row.who);
        const auto before = lines_of(here).size();
        const auto done = carry_out(by, row);
        REQUIRE(done.status / 100 == 2);
        const auto lines = lines_of(here);
        REQUIRE(lines.size() == before + 1);
        const json::object& line = lines.back();
        CHECK(text_of(line, "what") == row.what);
        const bool is_by = text_of(line, "by") == here.id_of(row.who) ||
                           text_of(line, "user") == here.id_of(row.who);
        CHECK(is_by);
        CHECK(text_of(line, "request") == done.header("x-request-id"));
        CHECK(text_of(line, "remote") == "127.0.0.1");
        CHECK(json::serialize(line).find(row.about) != std::string::npos);
        CHECK(json::serialize(line).find("kolam-teguh") == std::string::npos);
    }
}

TEST_CASE("no route that changes the directory or a session is missing from the table above")
{
    town_hall here(personal_routes);
    std::set<std::string> listed{"POST /api/v1/session", "POST /api/v1/activation"};
    for (const leaving& row : changes) listed.insert(row.method + std::string(" ") + row.pattern);
    const auto document = here.client().get("/api/v1/openapi.json").json();
    for (const auto& [path, methods] : document.at("paths").as_object())
        for (const char* method : {"POST", "PUT", "PATCH", "DELETE"}) {
            std::string lower = method;
            for (char& c : lower) c = static_cast<char>(c | 0x20);
            if (!methods.as_object().contains(lower)) continue;
            CAPTURE(method, std::string(path));
            CHECK(listed.contains(std::string(method) + " " + std::string(path)));
        }
}

TEST_CASE("while the security log cannot be written, what is done is answered and its record waits")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    here.break_security_log();
    std::vector<std::string> made;
    for (int i = 0; i < 5; ++i) {
        const std::string name = "orang" + std::to_string(i);
        const auto got = admin.post("/api/v1/users", R"({"username":")" + name +
                                                         R"(","name":"Orang","region":"62"})");
        REQUIRE(got.status == 201);
        CHECK(got.json().at("activation_code").as_string().size() == 26); // nobody lost a code
        made.push_back(name);
    }
    CHECK(here.signed_in("eka").get("/api/v1/session").status == 200);
    CHECK(
        here.client().post("/api/v1/session", R"({"username":"eka","password":"wrong"})").status ==
        401);
    const std::string waiting = waiting_lines(here);
    for (const auto& name : made)
        CHECK(waiting.find(R"("username":")" + name + R"(")") != std::string::npos);
    CHECK(waiting.find(R"("what":"signed_in","account":"eka")") != std::string::npos);
    CHECK(waiting.find(R"("what":"sign_in_failed","account":"eka")") != std::string::npos);

    here.mend_security_log(); // the scheduler's next look
    CHECK(waiting_lines(here).empty());
    CHECK(count_of(here, "user_created") == 5);
    CHECK(count_of(here, "sign_in_failed") == 1);
    std::set<std::string> records;
    for (const auto& line : lines_of(here)) CHECK(records.insert(text_of(line, "record")).second);
}

TEST_CASE("a change whose record cannot be stored is not made")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    here.store().administer(
        [](soci::session& sql) { sql << "ALTER TABLE security_records RENAME TO gone"; });
    const auto no =
        admin.post("/api/v1/users", R"({"username":"gita","name":"Gita","region":"62"})");
    CHECK(no.status >= 500);
    here.store().administer(
        [](soci::session& sql) { sql << "ALTER TABLE gone RENAME TO security_records"; });
    const auto people = admin.get("/api/v1/users");
    CHECK(people.body.find("gita") == std::string::npos);
    CHECK(count_of(here, "user_created") == 0);
    CHECK(
        admin.post("/api/v1/users", R"({"username":"gita","name":"Gita","region":"62"})").status ==
        201);
}

TEST_CASE("a line that was cut short does not swallow the next one")
{
    town_hall here;
    here.signed_in("ani");
    here.cut_security_log_short();
    here.signed_in("eka");
    const std::string log = here.security_log();
    std::istringstream lines(log);
    std::string last;
    for (std::string line; std::getline(lines, line);) last = line;
    CHECK(text_of(json::parse(last).as_object(), "account") == "eka");
}

TEST_CASE("an answer that is told again leaves no second line, and a trial leaves none")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    const auto refused = admin.post("/api/v1/users", R"({"username":"g"})");
    CHECK(refused.status == 422);
    CHECK(count_of(here, "user_created") == 0);
    const support::header_list key{{"Idempotency-Key", "k1"}};
    for (int i = 0; i < 3; ++i)
        CHECK(admin.post("/api/v1/users", R"({"username":"gita","name":"Gita","region":"62"})", key)
                  .status == 201);
    CHECK(count_of(here, "user_created") == 1);
}

TEST_CASE("ASVS 16.3.2: what is refused for want of a right, a token or a proof stands in the log")
{
    struct row {
        const char* what;
        const char* user;
        const char* path;
        std::function<int(town_hall&)> ask;
    };
    const row rows[]{
        {"not_permitted", "u-eka", "/api/v1/users",
         [](town_hall& here) {
             return here.signed_in("eka")
                 .post("/api/v1/users", R"({"username":"x","name":"x"})")
                 .status;
         }},
        {"csrf_refused", "u-eka", "/api/v1/users/u-eka",
         [](town_hall& here) {
             auto eka = here.signed_in("eka");
             return eka
                 .send("PATCH", "/api/v1/users/u-eka", "{}", {{"Origin", "http://evil.example"}})
                 .status;
         }},
        {"csrf_refused", "", "/api/v1/session",
         [](town_hall& here) {
             return here.client()
                 .send("POST", "/api/v1/session", "{}", {{"Sec-Fetch-Site", "cross-site"}})
                 .status;
         }},
        {"unknown_bearer", "", "/api/v1/users",
         [](town_hall& here) {
             return here.client()
                 .send("GET", "/api/v1/users", "", {{"Authorization", "Bearer none-such"}})
                 .status;
         }},
    };
    for (const row& r : rows) {
        CAPTURE(r.what, r.path);
        town_hall here;
        const int status = r.ask(here);
        CHECK((status == 401 || status == 403));
        const auto lines = lines_of(here);
        REQUIRE_FALSE(lines.empty());
        CHECK(text_of(lines.back(), "what") == r.what);
        CHECK(text_of(lines.back(), "by") == r.user);
        CHECK(text_of(lines.back(), "path") == r.path);
        CHECK(here.security_log().find("none-such") == std::string::npos); // no secrets
    }
}

TEST_CASE("who is refused without end fills no disk: some lines a minute, and the last says so")
{
    town_hall here;
    auto stranger = here.client();
    stranger.always("Authorization", "Bearer none-such");
    for (int i = 0; i < 100; ++i) CHECK(stranger.get("/api/v1/users").status == 401);
    CHECK(count_of(here, "unknown_bearer") == 30);
    CHECK(text_of(lines_of(here).back(), "more") == "left out for this minute");
    here.pass(1min);
    stranger.get("/api/v1/users");
    CHECK(count_of(here, "unknown_bearer") == 31);
}
