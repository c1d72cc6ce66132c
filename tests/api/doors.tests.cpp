// The pages' doors: where a sign-in leads, what text becomes in HTML, and what is packed.
#include "api/pages/doors.hpp"
#include "api/http/compressed.hpp"
#include "api/pages/assets.hpp"
#include "api/pages/html.hpp"
#include "tests/support/catch.hpp"

using api::onward;

TEST_CASE("signing in leads on to an address of these pages only")
{
    CHECK(onward("/rencana/abc/tinjauan?telaahan=x") == "/rencana/abc/tinjauan?telaahan=x");
    for (const char* elsewhere :
         {"", "/", "//evil.example", "/\\evil.example", "https://evil.example", "javascript:x",
          "/api/v1/inbox", "/tugas\r\nX: y", "/tugas\\..", "/ tugas", "tugas"})
        CHECK(onward(elsewhere) == "/tugas");
}

TEST_CASE("text of people stays text in HTML")
{
    CHECK(api::escaped("<b a='1' b=\"2\">&") == "&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;");
    const auto missing = api::missing_page([] {
        api::request asked;
        asked.method = "GET";
        asked.target = "/x\"><script>";
        api::read_target(asked);
        return asked;
    }());
    CHECK(missing.status == 404);
    CHECK(missing.body.find("<script>") == std::string::npos);
}

namespace {

api::request accepting(const char* codings, const char* target)
{
    api::request asked;
    asked.method = "GET";
    asked.target = target;
    asked.headers = {{"accept-encoding", codings}};
    return asked;
}

} // namespace

TEST_CASE("a long answer is packed for who takes it, and one with the forgery token never is")
{
    const auto answer = [] { return api::json_reply(200, std::string(5000, 'a')); };
    const auto packed = api::compressed(accepting("gzip, br", "/api/v1/plans"), answer());
    CHECK(packed.body.size() < 200);
    CHECK(packed.headers.front() ==
          std::pair<std::string, std::string>("Content-Encoding", "gzip"));
    CHECK(api::compressed(accepting("br", "/api/v1/plans"), answer()).body.size() == 5000);
    CHECK(api::compressed(accepting("gzip", "/api/v1/session"), answer()).body.size() == 5000);
    CHECK(api::compressed(accepting("gzip;q=0", "/api/v1/plans"), answer()).body.size() == 5000);
    CHECK(api::compressed(accepting("br, gzip;q=0.5", "/api/v1/plans"), answer()).body.size() <
          5000);
    auto told_once = answer();
    told_once.holds_secret = true;
    CHECK(api::compressed(accepting("gzip", "/api/v1/users"), told_once).body.size() == 5000);
    const auto small =
        api::compressed(accepting("gzip", "/api/v1/plans"), api::json_reply(200, "{}"));
    CHECK(small.body == "{}");
}

TEST_CASE("every page of the table has a script, and the style and icon are there")
{
    CHECK(api::asset_made_of("source/main.tsx", "id"));
    CHECK(api::asset_made_of("source/main.tsx", "en"));
    CHECK(api::asset_made_of("source/main.tsx", "id") !=
          api::asset_made_of("source/main.tsx", "en"));
    CHECK(api::asset_made_of("style/style.css"));
    CHECK(api::asset_made_of("style/icon.svg"));
    CHECK(api::asset_made_of("source/bundles/plans.ts", "en"));
    CHECK_FALSE(api::asset_made_of("source/bundles/none.ts", "en"));
}
