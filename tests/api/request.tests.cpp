// Targets, preferred language and If-Match, without a socket.
#include "api/http/request.hpp"
#include "api/http/query.hpp"
#include "api/words/http_errc.hpp"
#include "tests/support/catch.hpp"

namespace {

api::request asking(std::string target)
{
    api::request out;
    out.method = "GET";
    out.target = std::move(target);
    api::read_target(out);
    return out;
}

} // namespace

TEST_CASE("a target is split and decoded")
{
    const auto asked = asking("/api/v1/plans/a%20b?year=2026&title=R%C3%A9+x&empty=&bare");
    CHECK_FALSE(asked.malformed);
    CHECK(asked.segments == std::vector<std::string>{"api", "v1", "plans", "a b"});
    CHECK(*asked.parameter("year") == "2026");
    CHECK(*asked.parameter("title") == "Ré x");
    CHECK(asked.parameter("empty")->empty());
    CHECK(asked.parameter("bare")->empty());
    CHECK_FALSE(asked.parameter("other"));
}

TEST_CASE("a target that cannot be read is malformed")
{
    const std::string target =
        GENERATE("/a%", "/a%2", "/a%zz", "/a%00", "/a%0a", "/%ff", "/%c0%af", "/%ed%a0%80", "/?a=%",
                 "/?a=%00", "/?a=1&a=2", "/?a=1&%61=2", "/?=1");
    INFO(target);
    const auto asked = asking(target);
    REQUIRE(asked.malformed);
    CHECK(asked.malformed->code == workflow::errc::malformed);
}

TEST_CASE("English is spoken only to those who prefer it")
{
    auto locale = [](std::string header) {
        api::request asked;
        asked.headers.emplace_back("accept-language", std::move(header));
        return std::string(api::preferred_locale(asked));
    };
    CHECK(locale("") == "id");
    CHECK(locale("fr") == "id");
    CHECK(locale("en-US, en;q=0.9") == "en");
    CHECK(locale("en;q=0.8, id;q=0.9") == "id");
    CHECK(locale("id;q=0.5,EN;q=0.75") == "en");
}

TEST_CASE("If-Match names one version")
{
    auto matching = [](std::string header) {
        api::request asked;
        asked.headers.emplace_back("if-match", std::move(header));
        return api::version_to_match(asked);
    };
    CHECK(matching("\"12\"").value() == 12);
    CHECK(matching("\"abc\"").value() == 0);
    CHECK(matching("W/\"12\"").value() == 0);
    CHECK(matching("\"012\"").value() == 0);
    CHECK(matching("\"12-3f0c\"").value() == 12); // as answers have it
    CHECK(matching("\"12x\"").value() == 0);
    CHECK(matching("\"-12\"").value() == 0);
    for (auto bad : {"12", "*", "", "\"1\", \"2\"", "\"1"})
        CHECK(matching(bad).error().code == workflow::errc::malformed);
    CHECK(api::version_to_match({}).error().code == api::http_errc::precondition_required);
}

TEST_CASE("pages and filters have types and limits")
{
    CHECK(api::page_of(asking("/")).value().limit == 50);
    CHECK(api::page_of(asking("/?limit=200&cursor=x")).value().cursor == "x");
    for (auto bad : {"/?limit=0", "/?limit=201", "/?limit=", "/?limit=1x", "/?limit=-1"})
        CHECK(api::page_of(asking(bad)).error().code == workflow::errc::malformed);
    CHECK(api::flag(asking("/?all=true"), "all").value());
    CHECK(api::flag(asking("/?all=1"), "all").has_error());
    CHECK(api::number(asking("/?year=1999"), "year", 2000, 2100).has_error());
    CHECK(api::day(asking("/?on=2026-13-01"), "on").has_error());
    CHECK(api::required(asking("/"), "kind").has_error());
}
