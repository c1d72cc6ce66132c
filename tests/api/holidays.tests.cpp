// Days off and moved periods over HTTP: one ETag a year.
#include "api/nouns/holidays.hpp"
#include "api/nouns/periods.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"

using support::town_hall;

namespace {

constexpr auto nation = "/api/v1/holidays?year=2026";
constexpr auto province = "/api/v1/holidays?year=2026&region=62";
constexpr auto periods = "/api/v1/periods?region=62&kind=rad_pks&year=2026";
constexpr auto new_year =
    R"({"items":[{"date":"2026-01-01","kind":"national","name":"Tahun Baru"}]})";
constexpr auto birthday =
    R"({"items":[{"date":"2026-05-23","kind":"regional","name":"Hari Jadi"}]})";

} // namespace

TEST_CASE("a year without days has version 1; entering them raises it, once for each who read it")
{
    town_hall here;
    auto root = here.signed_in("root");
    const auto empty = root.get(nation);
    CHECK(empty.header("etag") == "\"1\"");
    CHECK(empty.json().at("items").as_array().empty());
    const auto done = root.send("PUT", nation, new_year, town_hall::matching(empty));
    REQUIRE(done.status == 200);
    CHECK(done.json().at("items").as_array().front().at("name") == "Tahun Baru");
    CHECK(root.send("PUT", nation, new_year, town_hall::matching(empty)).status == 412);
    CHECK(root.get(nation).header("etag") == done.header("etag"));
    CHECK(root.send("PUT", nation, root.get(nation).body, town_hall::matching(done)).status == 200);
    auto eka = here.signed_in("eka");
    CHECK(eka.get(nation).json().at("items").as_array().size() == 1);
    CHECK(eka.get(province).json().at("items").as_array().empty());
}

TEST_CASE("a year without a list tells which days are off all the same, until it has one")
{
    town_hall here;
    auto root = here.signed_in("root");
    const auto empty = root.get(nation);
    REQUIRE(empty.json().at("fixed").as_array().size() == 5);
    CHECK(empty.json().at_pointer("/fixed/3/date") == "2026-08-17");
    CHECK(root.get(province).json().at("fixed").as_array().empty());
    const auto done = root.send("PUT", nation, new_year, town_hall::matching(empty));
    CHECK(done.json().at("fixed").as_array().empty());
}

TEST_CASE("a region's own days are its administrators' to enter")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    const auto done = admin.send("PUT", province, birthday, {{"If-Match", "\"1\""}});
    CHECK(done.status == 200);
    CHECK(admin.get(province).json().at("items").as_array().size() == 1);
}

TEST_CASE("days that cannot be entered are refused in the contract's order")
{
    struct row {
        const char* who;
        const char* target;
        const char* body;
        int status;
    };
    // clang-format off
    const row rows[]{
        {"root",  "/api/v1/holidays", new_year, 400},
        {"root",  "/api/v1/holidays?year=soon", new_year, 400},
        {"root",  "/api/v1/holidays?year=2026&region=none", birthday, 404},
        {"admin", nation, new_year, 403},
        {"admin", nation, "{}", 403},
        {"ani",   province, birthday, 403},
        {"yosep", province, birthday, 403},
        {"root",  nation, "{}", 422},
        {"root",  nation, birthday, 422},
        {"root",  province, new_year, 422},
        {"root",  nation, R"({"items":[{"date":"2027-01-01","kind":"national","name":"x"}]})", 422},
        {"root",  nation, R"({"items":[{"date":"2026-02-30","kind":"national","name":"x"}]})", 422},
        {"root",  nation, R"({"items":[{"date":"2026-01-01","kind":"national"}]})", 422},
    };
    // clang-format on
    town_hall here;
    for (const row& r : rows) {
        CAPTURE(r.who, r.target, r.body);
        auto client = here.signed_in(r.who);
        CHECK(client.send("PUT", r.target, r.body, {{"If-Match", "\"1\""}}).status == r.status);
    }
}

TEST_CASE("a period is moved, and follows the kind again when it is named no more")
{
    town_hall here;
    auto admin = here.signed_in("admin");
    const auto before = admin.get(periods);
    CHECK(before.json().at("items").as_array().size() == 3);
    CHECK(before.header("etag") == "\"1\"");
    const auto moved =
        admin.send("PUT", periods,
                   R"({"items":[{"code":"B04","from":"2026-01-01","to":"2026-04-30",)"
                   R"("cut_off":"2026-05-07","due":"2026-05-20","lock":"2026-06-05"}]})",
                   town_hall::matching(before));
    REQUIRE(moved.status == 200);
    CHECK(moved.json().at("items").as_array().front().at("cut_off") == "2026-05-07");
    CHECK(moved.json().at("items").as_array().size() == 3);
    const auto back = admin.send("PUT", periods, R"({"items":[]})", town_hall::matching(moved));
    CHECK(back.json().at("items") == before.json().at("items"));
}

TEST_CASE("periods that cannot be are refused in the contract's order")
{
    struct row {
        const char* who;
        const char* target;
        const char* body;
        int status;
    };
    constexpr auto late = R"({"items":[{"code":"B04","from":"2026-01-01","to":"2026-04-30",)"
                          R"("cut_off":"2026-05-07","due":"2026-05-01","lock":"2026-06-05"}]})";
    constexpr auto unknown = R"({"items":[{"code":"B99","from":"2026-01-01","to":"2026-04-30",)"
                             R"("cut_off":"2026-05-01","due":"2026-05-01","lock":"2026-06-05"}]})";
    const row rows[]{
        {"admin", "/api/v1/periods?region=62&kind=rad_pks", late, 400},
        {"admin", "/api/v1/periods?region=62&kind=none&year=2026", late, 404},
        {"admin", "/api/v1/periods?region=none&kind=rad_pks&year=2026", late, 404},
        {"ani", periods, late, 403},
        {"admin", periods, late, 422},
        {"admin", periods, unknown, 422},
        {"admin", periods, R"({"items":[{"code":"B04"}]})", 422},
        {"admin", periods, R"({"periods":[]})", 422},
    };
    town_hall here;
    for (const row& r : rows) {
        CAPTURE(r.who, r.target, r.body);
        auto client = here.signed_in(r.who);
        CHECK(client.send("PUT", r.target, r.body, {{"If-Match", "\"1\""}}).status == r.status);
    }
}
