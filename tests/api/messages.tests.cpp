// The ledger and the rehearsal over HTTP: shapes, pages, and who may look.
#include "api/nouns/messages.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/persistence/support/office.hpp"
#include "tests/support/catch.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace {

namespace json = boost::json;

struct served {
    support::office office{support::kind::sqlite_memory};
    api::context here{.database = office.store(),
                      .kinds = office.kinds(),
                      .catalog = definitions::catalog(),
                      .new_id = [this] { return office.new_id(); },
                      .data = {},
                      .clock = [this] { return office.store().now(); }};
    std::shared_ptr<std::mutex> nation = std::make_shared<std::mutex>();
    std::vector<api::route> routes = api::message_routes(here, nation);

    workflow::result<api::reply> ask(const std::string& user, std::size_t route,
                                     std::vector<api::name_value> query)
    {
        api::request asked;
        asked.method = "GET";
        asked.query = std::move(query);
        api::caller by;
        by.who.user.id = user;
        return routes[route].answer({asked, {}, by, "en", {}});
    }
    json::object answer(const std::string& user, std::size_t route,
                        std::vector<api::name_value> query)
    {
        const auto reply = ask(user, route, std::move(query));
        REQUIRE(reply.has_value());
        CHECK(reply->status == 200);
        return json::parse(reply->body).as_object();
    }
    std::string id_of_message_to(const std::string& user)
    {
        const auto all = answer("ani", 0, {{"limit", "200"}});
        for (const auto& m : all.at("items").as_array())
            if (m.at("to").at("user").at("id").as_string() == std::string_view(user))
                return std::string(m.at("id").as_string());
        return {};
    }
    workflow::result<api::reply> command(const std::string& user, std::size_t route,
                                         const std::string& id)
    {
        api::request asked;
        asked.method = "POST";
        api::caller by;
        by.who.user.id = user;
        return routes[route].answer({asked, {{"id", id}}, by, "en", json::object{}});
    }
    json::array rehearsed(const std::string& user, const std::string& region,
                          const std::string& kind = "rad_pks")
    {
        return answer(user, 1,
                      {{"year", "2026"}, {"region", region}, {"kind", kind}, {"limit", "200"}})
            .at("items")
            .as_array();
    }
};

constexpr std::size_t ledger = 0;
constexpr std::size_t rehearsal = 1;
constexpr std::size_t send_again = 2;

} // namespace

TEST_CASE("a message in the rehearsal has the shape of the contract")
{
    served s;
    s.office.in_force(); // on 24 April 2026, 10:06 in Jakarta
    const auto body = s.answer("ani", rehearsal, {{"year", "2026"}, {"region", "62"}});
    for (const auto& m : body.at("items").as_array())
        for (const auto* member : {"id", "to", "subject", "due_instant", "local_time", "zone",
                                   "items", "why", "state", "attempts"})
            CHECK(m.as_object().contains(member));
    const auto later = s.rehearsed("ani", "62");
    const auto planned = std::find_if(later.begin(), later.end(), [](const json::value& m) {
        return m.at("state") == "planned" && m.at("items").at(0).at("rule") == "H-3";
    });
    REQUIRE(planned != later.end());
    CHECK(planned->at("local_time") == "2026-04-27T07:30:00+07:00");
    CHECK(planned->at("due_instant") == "2026-04-27T00:30:00Z");
    CHECK(planned->at("zone") == "Asia/Jakarta");
    CHECK(planned->at("attempts") == 0);
    CHECK(planned->at("items").at(0).at("due") == "2026-04-30");
    CHECK(planned->at("subject").as_string().find("Kalimantan Tengah") == 0);
    CHECK_FALSE(body.at("warnings").as_array().empty());
}

TEST_CASE("pages of the rehearsal follow one another without gap")
{
    served s;
    s.office.in_force();
    const auto all = s.rehearsed("ani", "62");
    json::array paged;
    std::string cursor;
    do {
        std::vector<api::name_value> query{
            {"year", "2026"}, {"region", "62"}, {"kind", "rad_pks"}, {"limit", "7"}};
        if (!cursor.empty()) query.emplace_back("cursor", cursor);
        const auto body = s.answer("ani", rehearsal, query);
        for (const auto& m : body.at("items").as_array()) paged.push_back(m);
        cursor = body.at("next").is_null() ? "" : std::string(body.at("next").as_string());
    } while (!cursor.empty());
    CHECK(json::serialize(paged) == json::serialize(all));
    CHECK(s.rehearsed("ani", "62", "rad_p3aks").empty());
}

TEST_CASE("administrators read no titles, others only what is told to themselves")
{
    served s;
    s.office.in_force();
    const auto for_dewi = s.rehearsed("dewi", "62");
    CHECK(for_dewi.size() == s.rehearsed("ani", "62").size());
    for (const auto& m : for_dewi) CHECK(m.at("subject").is_null());
    for (const auto& m : s.rehearsed("budi", "62")) CHECK(m.at("to").at("user").at("id") == "budi");
    CHECK_FALSE(s.rehearsed("budi", "62").empty());
    CHECK(s.rehearsed("hana", "62").empty()); // another region's secretariat
    const auto told = s.answer("hana", ledger, {{"limit", "200"}});
    CHECK(told.at("items").as_array().empty());
    CHECK_FALSE(s.answer("ani", ledger, {{"limit", "200"}}).at("items").as_array().empty());
}

TEST_CASE("a district's draft does not show to the province before it is submitted")
{
    served s;
    s.office.draft("62.71");
    CHECK(s.rehearsed("ani", "62").empty());
    CHECK_FALSE(s.rehearsed("fitri", "62.71").empty());
}

TEST_CASE("for somebody without a region to look after no plan of elsewhere is walked through")
{
    served s;
    s.office.in_force();
    s.office.draft("62.71");
    // Whoever walks through it stumbles.
    s.office.here().execute("UPDATE plans SET kind = 'gone' WHERE region = '62.71'");
    const auto own = s.answer("budi", rehearsal, {{"year", "2026"}, {"region", "62"}});
    const auto all = s.answer("budi", rehearsal, {{"year", "2026"}, {"region", "00"}});
    CHECK_FALSE(own.at("items").as_array().empty());
    CHECK(json::serialize(own) == json::serialize(all));
    CHECK_THROWS(s.ask("fitri", rehearsal, {{"year", "2026"}, {"region", "62.71"}}));
}

TEST_CASE("one rehearsal of the whole nation runs at a time, and keeps no smaller one waiting")
{
    served s;
    s.office.in_force();
    const std::vector<api::name_value> whole{{"year", "2026"}, {"region", "00"}};
    s.nation->lock(); // as one that runs; the asker's is another thread, the database's own
    CHECK_THROWS_AS(s.ask("citra", rehearsal, whole), persistence::overloaded);
    CHECK_FALSE(s.rehearsed("ani", "62").empty());
    CHECK(s.ask("budi", rehearsal, whole).has_value()); // of their own plans alone
    s.nation->unlock();
    CHECK_FALSE(s.answer("citra", rehearsal, whole).at("items").as_array().empty());
    CHECK(s.nation->try_lock());
    s.nation->unlock();
}

TEST_CASE("a rehearsal needs a year and a region that exist")
{
    served s;
    const auto code = [&](std::vector<api::name_value> query) {
        return s.ask("ani", rehearsal, std::move(query)).error().code;
    };
    CHECK(code({{"region", "62"}}) == workflow::errc::malformed);
    CHECK(code({{"year", "2026"}}) == workflow::errc::malformed);
    CHECK(code({{"year", "soon"}, {"region", "62"}}) == workflow::errc::malformed);
    CHECK(code({{"year", "2026"}, {"region", "99"}}) == workflow::errc::not_found);
    CHECK(code({{"year", "2026"}, {"region", "62"}, {"kind", "none"}}) ==
          workflow::errc::malformed);
}

TEST_CASE("local time is that of the zone")
{
    const auto at =
        workflow::calendar({}, "Asia/Jayapura")
            .at(workflow::date{std::chrono::year{2026}, std::chrono::April, std::chrono::day{16}},
                7, 30);
    CHECK(api::local_time(at, "Asia/Jayapura") == "2026-04-16T07:30:00+09:00");
    CHECK(api::local_time(at, "Asia/Jakarta") == "2026-04-16T05:30:00+07:00");
}

TEST_CASE("a failed message is sent again by who looks after the region, and by nobody else")
{
    served s;
    s.office.in_force();
    const auto id = s.id_of_message_to("budi");
    const auto again = [&](const std::string& user) { return s.command(user, send_again, id); };
    CHECK(again("ani").error().code == workflow::errc::wrong_state); // it waits to be sent
    CHECK(again("ani").error().reason.key == "message_not_failed");
    s.office.here().execute("UPDATE messages SET state = 'dead', attempts = 3, "
                            "last_error = '550 5.1.1 unknown' WHERE id = '" +
                            id + "'");
    CHECK(again("budi").error().code == workflow::errc::forbidden); // the recipient alone
    CHECK(again("rina").error().code == workflow::errc::not_found);
    CHECK(again("hana").error().code == workflow::errc::not_found); // another region's
    for (const auto* user : {"ani", "dewi"}) {
        s.office.here().execute("UPDATE messages SET state = 'dead' WHERE id = '" + id + "'");
        const auto sent = again(user);
        REQUIRE(sent.has_value());
        const auto shown = json::parse(sent->body);
        CHECK(shown.at("state") == "ready");
        CHECK(shown.at("attempts") == 0);
        CHECK(shown.at("last_error").is_null());
    }
    CHECK(again("ani").error().code == workflow::errc::wrong_state); // pressed twice
}

TEST_CASE("the ledger says why something was not told after all")
{
    served s;
    const auto plan = s.office.draft();
    s.office.submit(plan);
    s.office.here().execute("UPDATE notices SET dropped = 'overtaken'");
    const auto told = s.answer("ani", ledger, {{"limit", "200"}}).at("items").as_array();
    REQUIRE_FALSE(told.empty());
    CHECK(told.at(0).at("items").at(0).at("dropped") ==
          "Not sent: things had changed before the mail left.");
    for (const auto& m : s.rehearsed("ani", "62")) CHECK(m.at("state") == "planned");
}
