// Sign-ins and tokens over time.
#include "persistence/nouns/sessions.hpp"
#include "persistence/nouns/installation.hpp"
#include "persistence/nouns/tokens.hpp"
#include "tests/persistence/support/people.hpp"
#include "tests/support/catch.hpp"

using namespace persistence;
using support::kind;

namespace {

constexpr std::int64_t begin = 1'777'000'000;

bool is_open(support::world& here, const std::string& token)
{
    return here.store().read(
        [&](unit_of_work& unit) { return find_session(unit, token).has_value(); });
}

void sign_in(support::world& here)
{
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        create_session(unit, {"s", "budi", "cookie", "csrf"});
    });
}

} // namespace

TEST_CASE("what has ended is forgotten, be it idle, signed out or old; what is open stays")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    sign_in(here);
    here.store().write([](unit_of_work& unit) {
        create_session(unit, {"t", "budi", "other", "csrf"});
        create_session(unit, {"u", "budi", "third", "csrf"});
        end_session(unit, "t");
    });
    here.set_clock(begin + 1200);
    here.store().write([](unit_of_work& unit) {
        touch_session(unit, "s");
        forget_old_sessions(unit);
    });
    CHECK(here.count("SELECT COUNT(*) FROM sessions") == 2);
    here.set_clock(begin + 1800);
    here.store().write(forget_old_sessions);
    CHECK(here.count("SELECT COUNT(*) FROM sessions") == 1);
    CHECK(is_open(here, "cookie"));
}

TEST_CASE("a session ends after thirty idle minutes")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    sign_in(here);
    here.set_clock(begin + 1799);
    CHECK(is_open(here, "cookie"));
    CHECK_FALSE(is_open(here, "cookiE"));
    here.store().write([](unit_of_work& unit) { touch_session(unit, "s"); });
    here.set_clock(begin + 1799 + 1799);
    CHECK(is_open(here, "cookie"));
    here.set_clock(begin + 1799 + 1800);
    CHECK_FALSE(is_open(here, "cookie"));
}

TEST_CASE("a session ends twelve hours after signing in, however busy")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    sign_in(here);
    for (std::int64_t passed = 0; passed < 12 * 3600; passed += 1200) {
        here.set_clock(begin + passed);
        CHECK(is_open(here, "cookie"));
        here.store().write([](unit_of_work& unit) { touch_session(unit, "s"); });
    }
    here.set_clock(begin + 12 * 3600);
    CHECK_FALSE(is_open(here, "cookie"));
    here.store().write(forget_old_sessions);
    CHECK(here.count("SELECT COUNT(*) FROM sessions") == 0);
}

TEST_CASE("stepping up changes the token, and ending a session ends it")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    sign_in(here);
    CHECK(here.count("SELECT COUNT(*) FROM sessions WHERE token_hash = 'cookie'") == 0);
    here.set_clock(begin + 600);
    here.store().write([](unit_of_work& unit) {
        CHECK_FALSE(step_up_session(unit, {"s", "ani", "other", "csrf2"})); // not hers
        CHECK(step_up_session(unit, {"s", "budi", "other", "csrf2"}));
    });
    CHECK_FALSE(is_open(here, "cookie"));
    here.store().write([](unit_of_work& unit) {
        const auto now = find_session(unit, "other").value();
        CHECK(now.stepped_up_at == unit.now());
        CHECK(now.created_at == workflow::instant_of(begin * 1'000'000));
        CHECK(now.csrf == "csrf2");
        CHECK(sessions_of(unit, "budi").size() == 1);
        end_session(unit, "s");
        CHECK(sessions_of(unit, "budi").empty());
        CHECK_FALSE(step_up_session(unit, {"s", "budi", "third", "csrf3"}));
    });
    CHECK_FALSE(is_open(here, "other"));
}

TEST_CASE("a token works until its end, or until its holder ends it")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        create_token(unit, {"t1", "budi", "export", "one", unit.now() + std::chrono::hours{1}});
        create_token(unit, {"t2", "budi", "backup", "two", unit.now() + std::chrono::hours{1}});
        CHECK_FALSE(end_token(unit, "ani", "t1"));
        CHECK(end_token(unit, "budi", "t1"));
        CHECK_FALSE(find_token(unit, "one"));
        CHECK(find_token(unit, "two")->name == "backup");
        CHECK(tokens_of(unit, "budi").size() == 1);
    });
    here.set_clock(begin + 3600);
    here.store().read([](unit_of_work& unit) { CHECK_FALSE(find_token(unit, "two")); });
}

TEST_CASE("a token keeps its scopes and its region; one from before has no bounds")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        const auto until = unit.now() + std::chrono::hours{1};
        const workflow::token_bounds bounds{workflow::scope::read | workflow::scope::directory,
                                            "62.71"};
        create_token(unit, {"t1", "budi", "export", "one", until, bounds});
        unit.sql() << "INSERT INTO tokens(token_hash, id, user_id, name, created_at, valid_until, "
                      "ended_at) SELECT 'old', 't2', user_id, name, created_at - 1, valid_until, 0 "
                      "FROM tokens WHERE id = 't1'";
        unit.sql() << "INSERT INTO tokens(token_hash, id, user_id, name, created_at, valid_until, "
                      "ended_at, scopes) SELECT 'later', 't3', user_id, name, created_at + 1, "
                      "valid_until, 0, 'everything' FROM tokens WHERE id = 't1'";
        const auto all = tokens_of(unit, "budi");
        REQUIRE(all.size() == 3);
        CHECK_FALSE(all[0].bounds);
        REQUIRE(all[1].bounds);
        CHECK(all[1].bounds->scopes == bounds.scopes);
        CHECK(all[1].bounds->region == "62.71");
        CHECK(all[1].region_name == support::district.name);
        REQUIRE(all[2].bounds); // of a program to come: opens nothing here
        CHECK(all[2].bounds->scopes.empty());
    });
}

TEST_CASE("a token that has run out is listed until it is revoked, page by page")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    support::fill_directory(here.store());
    here.store().write([](unit_of_work& unit) {
        for (const char* id : {"t1", "t2", "t3"})
            create_token(unit, {id, "budi", id, std::string("secret ") + id,
                                unit.now() + std::chrono::hours{1}});
        create_token(unit, {"t4", "ani", "t4", "other", unit.now() + std::chrono::hours{1}});
    });
    here.set_clock(begin + 3600);
    here.store().write([](unit_of_work& unit) {
        CHECK_FALSE(find_token(unit, "secret t1"));
        CHECK(expired_token(unit, "secret t1") == unit.now());
        CHECK_FALSE(expired_token(unit, "no secret"));
        const auto first = list_tokens(unit, {.user = "budi"}, {2, {}}).value();
        REQUIRE(first.items.size() == 2);
        const auto rest = list_tokens(unit, {.user = "budi"}, {2, first.next}).value();
        REQUIRE(rest.items.size() == 1);
        CHECK(rest.items[0].id == "t3");
        const auto of_homes = [&](const std::string& top) {
            return list_tokens(unit, {{}, workflow::directory_reach{{}, {top}}}, {})->items.size();
        };
        CHECK(of_homes("62") == 4);
        CHECK(of_homes("00") == 4);
        CHECK(of_homes("62.71") == 0);
        REQUIRE(end_token(unit, "budi", "t1"));
        CHECK_FALSE(expired_token(unit, "secret t1"));
        CHECK(find_listed_token(unit, "t1").error().code == workflow::errc::not_found);
        CHECK(find_listed_token(unit, "t2")->name == "t2");
    });
}

TEST_CASE("eight that start at once belong to one installation")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    std::vector<std::string> ids(8);
    support::in_parallel(8, [&](int i) {
        here.store().write([&](unit_of_work& unit) {
            ids[static_cast<std::size_t>(i)] = installation_id(unit, "id " + std::to_string(i));
        });
    });
    CHECK(std::count(ids.begin(), ids.end(), ids[0]) == 8);
    CHECK(here.count("SELECT COUNT(*) FROM installation") == 1);
}

TEST_CASE("what a clock that was ahead let in is out when it is right again")
{
    const auto which = GENERATE(kind::sqlite_file, kind::sqlite_memory, kind::mariadb);
    support::world here(which);
    sign_in(here);
    here.set_clock(begin + 400 * 86'400);
    here.store().write([](unit_of_work& unit) {
        create_session(unit, {"ahead", "budi", "other", "csrf"});
        create_token(unit, {"t", "budi", "export", "one", unit.now() + std::chrono::hours{1}});
    });
    CHECK(is_open(here, "other"));
    here.set_clock(begin + 60);
    CHECK_FALSE(is_open(here, "other"));
    CHECK(is_open(here, "cookie"));
    here.store().read([](unit_of_work& unit) { CHECK_FALSE(find_token(unit, "one")); });
    here.set_clock(begin - 60); // set back by a minute: nobody is sent out for that
    CHECK(is_open(here, "cookie"));
}
