// Pages as the server sends them: with the API's own answers in them, for whom the cookie names.
#include "api/pages/pages.hpp"
#include "api/nouns/inbox.hpp"
#include "api/nouns/routes.hpp"
#include "api/pages/doors.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"
#include <boost/json.hpp>

using support::good_password;
using support::town_hall;

namespace {

std::vector<api::route> pages_and_inbox(const api::context& here)
{
    const auto within = std::make_shared<const api::api_within>(here, api::all_routes(here));
    std::vector<api::route> rows = api::inbox_routes(here);
    for (const auto& some : {api::page_routes(here, within), api::door_routes(within)})
        rows.insert(rows.end(), some.begin(), some.end());
    return rows;
}

// The text of the block of data.
std::string block_in(const std::string& page)
{
    const std::string before = "<script type=\"application/json\" id=\"first\">";
    const auto begin = page.find(before);
    REQUIRE(begin != page.npos);
    const auto from = begin + before.size();
    return page.substr(from, page.find("</script>", from) - from);
}

boost::json::value first_in(const support::http_reply& page)
{
    return boost::json::parse(block_in(page.body));
}

support::http_reply post_form(support::http_client& by, const std::string& path,
                              const std::string& fields)
{
    return by.post(path, fields, {{"Content-Type", "application/x-www-form-urlencoded"}});
}

} // namespace

TEST_CASE("a page holds what the API answers this very person, but the token against forgery")
{
    town_hall here(pages_and_inbox);
    auto ani = here.signed_in("ani");
    const auto page = ani.get("/tugas");
    REQUIRE(page.status == 200);
    CHECK(page.header("content-type") == "text/html; charset=utf-8");
    const auto first = first_in(page);
    CHECK(first.at("now").as_int64() == workflow::microseconds_of(here.now()) / 1000);
    CHECK(first.at("words").as_object().contains("machines"));
    const auto& got = first.at("got").as_object();
    REQUIRE(got.size() == 2);
    CHECK(got.at("/api/v1/inbox?limit=200").at("status") == 200);
    CHECK(got.at("/api/v1/inbox?limit=200").at("body") ==
          ani.get("/api/v1/inbox?limit=200").json());
    auto session = ani.get("/api/v1/session").json();
    CHECK(session.at("csrf_token").is_string());
    session.at("csrf_token") = nullptr;
    CHECK(got.at("/api/v1/session").at("body") == session);
}

TEST_CASE("a page about what is not there is not there either, and says so to its script")
{
    town_hall here(pages_and_inbox);
    const auto page = here.signed_in("ani").get("/rencana/nothing");
    CHECK(page.status == 404);
    const auto about = first_in(page).at("got").at("/api/v1/plans/nothing");
    CHECK(about.at("status") == 404);
    CHECK(about.at("body").at("code") == "not_found");
    CHECK(here.signed_in("ani").get("/tugas/no_such_noun/x").status == 404);
}

TEST_CASE("a page is for who signed in: a token or nothing leads to the door, and from there back")
{
    town_hall here(pages_and_inbox);
    auto machine = here.with_token("ani");
    auto stranger = here.client();
    for (auto* each : {&machine, &stranger}) {
        const auto sent = each->get("/rencana/a%20b");
        CHECK(sent.status == 303);
        CHECK(sent.header("location") == "/masuk?lanjut=%2Frencana%2Fa%2520b");
    }
}

TEST_CASE("what people wrote does not end the block of data")
{
    town_hall here(pages_and_inbox);
    here.store().write([](persistence::unit_of_work& unit) {
        unit.sql() << "UPDATE users SET name = '</script><!--' WHERE id = 'u-ani'";
    });
    const auto page = here.signed_in("ani").get("/tugas");
    CHECK(block_in(page.body).find('<') == std::string::npos);
    CHECK(first_in(page).at("got").at("/api/v1/session").at("body").at("user").at("name") ==
          "</script><!--");
}

TEST_CASE("the doors' forms sign in and out, and say what was wrong")
{
    town_hall here(pages_and_inbox, false);
    auto ani = here.client();
    const auto wrong = post_form(ani, "/masuk", "username=ani&password=salah&lanjut=%2Frencana");
    CHECK(wrong.status == 401);
    CHECK(wrong.body.find("Nama pengguna atau kata sandi salah.") != std::string::npos);
    CHECK(wrong.body.find("value=\"/rencana\"") != std::string::npos);
    const auto in =
        post_form(ani, "/masuk", "username=ani&password=" + good_password + "&lanjut=%2Frencana");
    REQUIRE(in.status == 303);
    CHECK(in.header("location") == "/rencana");
    ani.take_cookies(in);
    CHECK(ani.get("/tugas").status == 200);
    const auto out = post_form(ani, "/keluar", "");
    CHECK(out.status == 303);
    CHECK(out.header("set-cookie").find("Max-Age=0") != std::string::npos);
    CHECK(ani.get("/tugas").status == 303);
}
