// The command line's way in: the first administrator, codes, tokens, and what goes wrong.
#include "api/http/secret.hpp"
#include "api/verbs/verbs.hpp"
#include "persistence/nouns/credentials.hpp"
#include "persistence/nouns/security_records.hpp"
#include "persistence/nouns/tokens.hpp"
#include "persistence/sql/database.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/overheard.hpp"
#include "tests/support/temporary_directory.hpp"
#include "workflow/things/sha256.hpp"

using namespace std::chrono_literals;
using support::overheard;

namespace {

struct world {
    support::temporary_directory data;
    api::database_at database{"sqlite:///" + (data / "rampung.db").string(), [] {
                                  return workflow::instant{std::chrono::sys_days{2026y / 4 / 24}};
                              }};

    template <class F> auto read(F ask)
    {
        persistence::database store(database.url, {.clock = database.clock});
        return store.read(ask);
    }
};

} // namespace

TEST_CASE("the first administrator is made after a migration and gets a code that works")
{
    world here;
    overheard said;
    REQUIRE(api::migrate(here.database) == api::done);
    REQUIRE(api::migrate(here.database) == api::done);
    REQUIRE(api::add_administrator(here.database, {"Admin", "First of all", "00"}) == api::done);
    const std::string code = said.value_of("activation code");
    CHECK(code.size() == 26);
    const auto user = here.read([&](persistence::unit_of_work& unit) {
        return persistence::find_activation(unit, workflow::sha256_hex(code));
    });
    CHECK(user);
    CHECK(said.err.str().empty());
}

TEST_CASE("a reset gives a new code, and the old one is dead")
{
    world here;
    overheard said;
    api::migrate(here.database);
    api::add_administrator(here.database, {"admin", "First of all", "00"});
    const std::string former = said.value_of("activation code");
    said.out.str("");
    REQUIRE(api::reset_user(here.database, "admin") == api::done);
    const std::string code = said.value_of("activation code");
    const auto known = [&](const std::string& text) {
        return here.read([&](persistence::unit_of_work& unit) {
            return persistence::find_activation(unit, workflow::sha256_hex(text)).has_value();
        });
    };
    CHECK(known(code));
    CHECK_FALSE(known(former));
}

TEST_CASE("a second factor is set by the secret that is printed, and a reset drops it")
{
    world here;
    overheard said;
    api::migrate(here.database);
    api::add_administrator(here.database, {"admin", "First of all", "00"});
    const auto kept = [&] {
        return here.read([&](persistence::unit_of_work& unit) {
            return persistence::find_credentials(unit, "admin")->totp_secret;
        });
    };
    REQUIRE(api::set_second_factor(here.database, "admin") == api::done);
    CHECK(kept() == said.value_of("secret"));
    CHECK(kept().size() == 32);
    REQUIRE(api::reset_user(here.database, "admin") == api::done);
    CHECK(kept().empty());
    CHECK(api::set_second_factor(here.database, "nobody") == api::usage_error);
}

TEST_CASE("a new second factor and a reset forget the step at which the former was used")
{
    world here;
    overheard said;
    api::migrate(here.database);
    api::add_administrator(here.database, {"admin", "First of all", "00"});
    const auto can_use = [&](std::int64_t step) {
        persistence::database store(here.database.url, {.clock = here.database.clock});
        bool out = false;
        store.write([&](persistence::unit_of_work& unit) {
            const auto user = persistence::find_credentials(unit, "admin")->user;
            out = persistence::use_totp_step(unit, user, step, 1'000'000'000) !=
                  persistence::step_use::refused;
        });
        return out;
    };
    REQUIRE(api::set_second_factor(here.database, "admin") == api::done);
    CHECK(can_use(900'000'000)); // of a clock that was ahead
    CHECK_FALSE(can_use(59'000'000));
    REQUIRE(api::set_second_factor(here.database, "admin") == api::done);
    CHECK(can_use(59'000'000));
    CHECK(can_use(900'000'000));
    REQUIRE(api::reset_user(here.database, "admin") == api::done);
    CHECK(can_use(59'000'000));
}

TEST_CASE("a token is printed once, listed without itself, and ended")
{
    world here;
    overheard said;
    api::migrate(here.database);
    api::add_administrator(here.database, {"admin", "First of all", "00"});
    REQUIRE(api::create_token(here.database, {"admin", "export to the province", 30}) == api::done);
    const std::string token = said.value_of("token");
    const std::string id = said.value_of("id");
    const auto works = [&] {
        return here.read([&](persistence::unit_of_work& unit) {
            return persistence::find_token(unit, token).has_value();
        });
    };
    CHECK(works());
    said.out.str("");
    REQUIRE(api::list_tokens(here.database, "admin") == api::done);
    CHECK(said.out.str() == id + "  until 2026-05-24T00:00:00Z  everything its person may  never "
                                 "used  export to the province\n");
    REQUIRE(api::revoke_token(here.database, "admin", id) == api::done);
    CHECK_FALSE(works());
    CHECK(api::revoke_token(here.database, "admin", id) == api::usage_error);
}

TEST_CASE("a token with scopes and a region is listed with them, and a region alone is refused")
{
    world here;
    overheard said;
    api::migrate(here.database);
    api::add_administrator(here.database, {"admin", "First of all", "00"});
    REQUIRE(api::create_token(here.database,
                              {"admin", "staff list", 30, {"directory", "report"}, "62"}) ==
            api::done);
    said.out.str("");
    REQUIRE(api::list_tokens(here.database, "admin") == api::done);
    CHECK(said.out.str().find("  read report directory in 62  never used  staff list") !=
          std::string::npos);
    const auto refused = [&](std::vector<std::string> scopes, const std::string& region,
                             const std::string& told) {
        said.err.str("");
        return api::create_token(here.database, {"admin", "x", 30, std::move(scopes), region}) ==
                   api::usage_error &&
               said.err.str().find(told) != std::string::npos;
    };
    CHECK(refused({}, "62", "expected --scope beside --region"));
    CHECK(refused({"read"}, "99", "expected the code of a region, found 99"));
    CHECK(refused({"sign_off"}, "", "expected --scope read, report or directory"));
}

TEST_CASE("what the command line does to accounts and tokens waits for the security log, by uid")
{
    world here;
    overheard said;
    api::migrate(here.database);
    const auto waiting = [&] {
        return here.read([](persistence::unit_of_work& unit) {
            std::string out;
            for (const auto& each : persistence::waiting_security_records(unit, 10))
                out += each.line + "\n";
            return out;
        });
    };
    std::string before = waiting();
    const auto leaves = [&](const char* what, int code) {
        const std::string now = waiting();
        const bool is_there = code == api::done && now.size() > before.size() &&
                              now.find(R"("what":")" + std::string(what)) != now.npos;
        before = now;
        return is_there;
    };
    const auto& at = here.database;
    CHECK(leaves("user_created", api::add_administrator(at, {"admin", "First of all", "00"})));
    CHECK(leaves("user_reset", api::reset_user(at, "admin")));
    CHECK(leaves("second_factor_set", api::set_second_factor(at, "admin")));
    CHECK(leaves("token_created", api::create_token(at, {"admin", "export", 30})));
    CHECK(leaves("token_revoked", api::revoke_token(at, "admin", said.value_of("id"))));
    CHECK(before.find(R"("by":"command line")") != before.npos);
    CHECK(before.find(R"("uid":)") != before.npos);
    for (const char* secret : {"activation code", "secret", "token"})
        CHECK(before.find(said.value_of(secret)) == before.npos);
}

TEST_CASE("what cannot be done says in one line what was expected, and tells by its exit code")
{
    world here;
    overheard said;
    const auto fails = [&](int code, int expected) {
        const std::string line = said.err.str();
        said.err.str("");
        return code == expected && line.starts_with("rampung: ") &&
               line.find('\n') == line.size() - 1 && line.find("xpected") != line.npos;
    };
    const api::database_at nowhere{"sqlite:///" + (here.data / "no" / "where.db").string(),
                                   here.database.clock};
    CHECK(fails(api::add_administrator(here.database, {"admin", "x", "00"}), api::unreachable));
    CHECK(fails(api::migrate(nowhere), api::unreachable));
    CHECK(fails(api::migrate({"postgres://x", here.database.clock}), api::usage_error));
    REQUIRE(api::migrate(here.database) == api::done);
    CHECK(fails(api::add_administrator(here.database, {"a b", "x", "00"}), api::usage_error));
    CHECK(fails(api::add_administrator(here.database, {"admin", "x", "9"}), api::usage_error));
    REQUIRE(api::add_administrator(here.database, {"admin", "x", "00"}) == api::done);
    CHECK(fails(api::add_administrator(here.database, {"ADMIN", "x", "00"}), api::usage_error));
    CHECK(fails(api::reset_user(here.database, "nobody"), api::usage_error));
    CHECK(fails(api::create_token(here.database, {"nobody", "x", 1}), api::usage_error));
    CHECK(fails(api::list_tokens(here.database, "nobody"), api::usage_error));
}
