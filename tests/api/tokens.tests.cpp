// Tokens over HTTP: who makes, sees and ends them, and what those of the directory open.
#include "api/nouns/tokens.hpp"
#include "api/nouns/noun.hpp"
#include "persistence/nouns/tokens.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"
#include <boost/json/serialize.hpp>

using namespace std::chrono_literals;
using support::town_hall;

namespace {

constexpr auto own = "/api/v1/tokens";
constexpr auto export_wanted = R"({"name":"export","scopes":["read"],"region":"62","days":30})";

std::string list_of(support::http_client& by, const std::string& query = {})
{
    std::string names;
    const auto told = by.get(own + query).json();
    for (const auto& each : told.at("items").as_array())
        names += (names.empty() ? "" : " ") + std::string(each.at("name").as_string());
    return names;
}

std::string text(const boost::json::value& of, std::string_view member)
{
    return std::string(of.at(member).as_string());
}

support::http_client machine_with(town_hall& here, const std::string& token)
{
    auto out = here.client();
    out.always("Authorization", "Bearer " + token);
    return out;
}

} // namespace

TEST_CASE("a token is told once, opens what it was made for, and is worth nothing once revoked")
{
    town_hall here(api::token_routes);
    auto ani = here.signed_in("ani");
    CHECK(list_of(ani).empty());
    const auto made = ani.post(own, export_wanted);
    REQUIRE(made.status == 201);
    const auto body = made.json();
    CHECK(boost::json::serialize(body.at("scopes")) == R"(["read"])");
    CHECK(boost::json::serialize(body.at("region")) ==
          R"({"code":"62","name":"Kalimantan Tengah"})");
    CHECK(text(body, "until") == "2026-05-24T02:00:00Z");
    CHECK(body.at("used_at").is_null());
    auto machine = machine_with(here, text(body, "token"));
    CHECK(machine.get("/api/v1/users").status == 200);
    const auto listed = ani.get(own).json().at("items").at(0);
    CHECK(listed.at("token").is_null());
    CHECK(listed.at("used_at").is_string());
    CHECK_FALSE(listed.at("expired").as_bool());
    const std::string itself = std::string(own) + "/" + text(body, "id");
    CHECK(ani.send("DELETE", itself).status == 428);
    CHECK(ani.send("DELETE", itself, {}, {{"If-Match", "\"2\""}}).status == 412);
    CHECK(ani.send("DELETE", itself, {}, town_hall::matching(ani.get(itself))).status == 204);
    CHECK(machine.get("/api/v1/users").status == 401);
    CHECK(ani.get(itself).status == 404);
    CHECK(list_of(ani).empty());
}

TEST_CASE("a token is made by who proved who they are half an hour ago at most, and by no token")
{
    town_hall here(api::token_routes);
    auto machine = here.with_token("ani");
    const auto refused = machine.post(own, export_wanted);
    CHECK(refused.status == 403);
    CHECK(refused.json().at("detail") ==
          "Tokens are made, seen and revoked by people who sign in, not by tokens.");
    CHECK(machine.get(own).status == 403);
    auto ani = here.signed_in("ani");
    here.pass(20min);
    REQUIRE(ani.get("/api/v1/session").status == 200);
    here.pass(11min);
    CHECK(ani.post(own, export_wanted).code() == "step_up_required");
    REQUIRE(ani.get(own).status == 200);
}

TEST_CASE("what a token reads and what it is refused with is in the language its request wishes")
{
    town_hall here([](const api::context& c) { // everybody's own language is English
        auto out = api::token_routes(c);
        for (auto& each : api::noun_of("plans").routes(c)) out.push_back(std::move(each));
        return out;
    });
    auto ani = here.signed_in("ani");
    const auto made = ani.post("/api/v1/plans",
                               R"({"kind":"rad_pks","region":"62","year":2026,"title":"Rencana"})");
    REQUIRE(made.status == 201);
    const std::string plan = made.header("location");
    auto machine = here.with_token("ani");
    const std::tuple<support::header_list, const char*, const char*> rows[]{
        {{{"Accept-Language", "id"}},
         "Rencana Aksi Daerah Penanganan Konflik Sosial",
         "Token dibuat, dilihat, dan dicabut oleh orang yang masuk sendiri, tidak dengan token."},
        {{{"Accept-Language", "en"}},
         "Regional Action Plan for Social Conflict Handling",
         "Tokens are made, seen and revoked by people who sign in, not by tokens."},
    };
    for (const auto& [wishes, kind_title, refusal] : rows) {
        CAPTURE(kind_title);
        CHECK(text(machine.get(plan, wishes).json(), "kind_title") == kind_title);
        CHECK(text(machine.get(own, wishes).json(), "detail") == refusal);
    }
}

TEST_CASE("what no token can be is refused with its place")
{
    town_hall here(api::token_routes);
    auto ani = here.signed_in("ani");
    const std::pair<const char*, const char*> rows[]{
        {R"({"scopes":["read"]})", "/name"},
        {R"({"name":"x"})", "/scopes"},
        {R"({"name":"x","scopes":[]})", "/scopes"},
        {R"({"name":"x","scopes":["sign_off"]})", "/scopes"},
        {R"({"name":"x","scopes":["read"],"region":"99"})", "/region"},
        {R"({"name":"x","scopes":["read"],"region":"81"})", "/region"}, // she is of 62
        {R"({"name":"x","scopes":["read"],"days":367})", "/days"},
        {R"({"name":"x","scopes":["read"],"days":0})", "/days"},
        {R"({"name":"x","scopes":["read"],"for":"ever"})", "/for"},
    };
    for (const auto& [sent, pointer] : rows) {
        CAPTURE(sent);
        const auto got = ani.post(own, sent);
        CHECK(got.status == 422);
        CHECK(got.json().at("errors").at(0).at("pointer") == pointer);
    }
    CHECK(list_of(ani).empty());
}

TEST_CASE("nobody has more good tokens than fifty")
{
    town_hall here(api::token_routes);
    here.store().write([&](persistence::unit_of_work& unit) {
        for (std::size_t i = 1; i < persistence::tokens_of_user_max; ++i)
            persistence::create_token(unit, {std::to_string(i), here.id_of("ani"), "one of many",
                                             std::to_string(i), unit.now() + 24h});
    });
    auto ani = here.signed_in("ani");
    CHECK(ani.post(own, export_wanted).status == 201);
    CHECK(ani.post(own, export_wanted).status == 409);
}

TEST_CASE("administrators see and end the tokens of the people they keep, and no others")
{
    town_hall here(api::token_routes);
    auto ani = here.signed_in("ani");
    const auto body = ani.post(own, export_wanted).json();
    const std::string itself = std::string(own) + "/" + text(body, "id");
    const support::header_list match{{"If-Match", "\"1\""}};
    auto dewi = here.signed_in("dewi"); // of 62.71, below
    CHECK(dewi.get(itself).status == 404);
    CHECK(dewi.send("DELETE", itself, {}, match).status == 404);
    const auto refused = dewi.get(std::string(own) + "?region=62");
    CHECK(refused.status == 403);
    CHECK(refused.json().at("who").at(0).at("role") == "administrator");
    CHECK(list_of(dewi, "?region=62.71").empty());
    auto budi = here.signed_in("budi"); // a colleague
    CHECK(budi.get(itself).status == 404);
    auto admin = here.signed_in("admin");
    CHECK(list_of(admin).empty());
    CHECK(list_of(admin, "?region=62") == "export");
    CHECK(text(admin.get(itself).json().at("user"), "name") == "Name of ani");
    CHECK(admin.send("DELETE", itself, {}, match).status == 204);
    CHECK(list_of(ani).empty());
}

TEST_CASE(
    "ASVS 16.3.1: who made a token and who ended it stands in the security log, not the token")
{
    town_hall here(api::token_routes);
    auto ani = here.signed_in("ani");
    const auto body = ani.post(own, export_wanted).json();
    ani.send("DELETE", std::string(own) + "/" + text(body, "id"), {}, {{"If-Match", "\"1\""}});
    auto reader = here.with_token("ani", workflow::token_bounds{workflow::scope::read});
    CHECK(reader.post("/api/v1/users", support::fitri).status == 403);
    const std::string log = here.security_log();
    for (const char* what : {R"("what":"token_created")", R"("what":"token_revoked")",
                             R"("what":"token_out_of_scope")", R"("scopes":["read"])"})
        CHECK(log.find(what) != log.npos);
    CHECK(log.find(text(body, "token")) == log.npos);
}

TEST_CASE("a token that may not come in is told which scope would, whatever it asked for")
{
    town_hall here;
    auto reader = here.with_token("admin", workflow::token_bounds{workflow::scope::read});
    for (const char* path : {"/api/v1/users/u-ani", "/api/v1/users/none"}) {
        const auto got = reader.send("PATCH", path, "{}");
        CHECK(got.status == 403);
        CHECK(got.code() == "insufficient_scope");
        CHECK(got.header("www-authenticate") ==
              "Bearer error=\"insufficient_scope\", scope=\"directory\"");
        CHECK(got.json().at("detail") ==
              "This token does not open that request: it takes the scope directory.");
    }
    auto keeper = here.with_token("admin", workflow::token_bounds{workflow::scope::directory});
    CHECK(keeper.post("/api/v1/users", support::fitri).status == 201);
    auto below =
        here.with_token("admin", workflow::token_bounds{workflow::scope::directory, "62.71"});
    CHECK(below.get("/api/v1/users/u-ani").status == 404); // of 62
    CHECK(below.get("/api/v1/users/u-dewi").status == 200);
    CHECK(
        below
            .post("/api/v1/agencies", R"({"region":"62","name":"X","short_name":"X","kind":"opd"})")
            .status == 403);
    CHECK(below
              .post("/api/v1/agencies",
                    R"({"region":"62.71","name":"X","short_name":"X","kind":"opd"})")
              .status == 201);
    auto never_more = here.with_token("eka", workflow::token_bounds{workflow::scope::directory});
    CHECK(
        never_more
            .post("/api/v1/agencies", R"({"region":"62","name":"Y","short_name":"Y","kind":"opd"})")
            .code() == "forbidden");
}
