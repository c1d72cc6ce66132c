// Agencies over HTTP.
#include "api/nouns/agencies.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"

using support::town_hall;

namespace {

constexpr auto agencies = "/api/v1/agencies";

} // namespace

TEST_CASE("everybody signed in sees agencies; an administrator makes, renames and ends one")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    const auto made = admin.post(
        agencies, R"({"region":"62","name":"Dinas Sosial","short_name":"Dinsos","kind":"opd"})");
    REQUIRE(made.status == 201);
    const std::string place = made.header("location");
    CHECK(made.json().at("valid_from") == "2026-04-24");
    const auto done = admin.send("PATCH", place,
                                 R"({"name":"Dinas Sosial Provinsi","valid_to":"2026-12-31",)"
                                 R"("successor":"a-health"})",
                                 town_hall::matching(made));
    REQUIRE(done.status == 200);
    auto yosep = here.signed_in("yosep");
    const auto read = yosep.get(place);
    const auto agency = read.json();
    CHECK(agency.at("name") == "Dinas Sosial Provinsi");
    CHECK(agency.at("region").at("name") == "Kalimantan Tengah");
    CHECK(agency.at("valid_to") == "2026-12-31");
    CHECK(agency.at("successor").at("name") == "Agency health");
    CHECK(read.header("etag") == done.header("etag"));
    const auto open = admin.send("PATCH", place, R"({"valid_to":null,"successor":null})",
                                 town_hall::matching(read));
    CHECK(open.json().at("valid_to").is_null());
    CHECK(open.json().at("successor").is_null());
    CHECK(yosep.get(std::string(agencies) + "?region=62").json().at("items").as_array().size() ==
          3);
}

TEST_CASE("what is no agency is refused in the contract's order")
{
    struct row {
        const char* who;
        const char* body;
        int status;
    };
    // clang-format off
    const row rows[]{
        {"admin", R"({"region":"62","name":"x","short_name":"x","kind":"palace"})", 422},
        {"admin", R"({"region":"62","name":"","short_name":"x","kind":"opd"})", 422},
        {"admin", R"({"region":"62","name":"x","kind":"opd"})", 422},
        {"admin", R"({"region":"none","name":"x","short_name":"x","kind":"opd"})", 422},
        {"admin", R"({"region":"62","name":"Agency health","short_name":"x","kind":"opd"})", 409},
        {"admin", R"({"region":"81","name":"x","short_name":"x","kind":"opd"})", 403},
        {"ani",   R"({"region":"62","name":"x","short_name":"x","kind":"opd"})", 403},
        {"ani",   R"({})", 403},
    };
    // clang-format on
    town_hall here;
    for (const row& r : rows) {
        CAPTURE(r.who, r.body);
        auto client = here.signed_in(r.who);
        CHECK(client.post(agencies, r.body).status == r.status);
    }
    auto admin = here.signed_in("admin");
    CHECK(admin.send("PATCH", std::string(agencies) + "/none", "{}").status == 404);
    CHECK(admin.send("PATCH", std::string(agencies) + "/a-health", "{}").status == 428);
    CHECK(admin.get(std::string(agencies) + "/none").status == 404);
}

TEST_CASE("the tree of regions is for everybody signed in")
{
    town_hall here;
    auto eka = here.signed_in("eka");
    const auto first = eka.get("/api/v1/regions?limit=2").json();
    CHECK(first.at("items").as_array().front().at("code") == "00");
    CHECK(first.at("items").as_array().front().at("parent").is_null());
    CHECK(first.at("next").is_string());
    CHECK(here.client().get("/api/v1/regions").status == 401);
}
