// Passwords and secrets.
#include "api/door/password.hpp"
#include "api/http/secret.hpp"
#include "tests/support/catch.hpp"
#include <set>

TEST_CASE("11.4.2 a password fits its own hash and no other, and nobody's never")
{
    api::make_ready();
    const auto hash = api::password_hash("empat pilar kerja");
    CHECK(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
    CHECK(api::password_fits("empat pilar kerja", hash));
    CHECK_FALSE(api::password_fits("empat pilar kerjA", hash));
    CHECK_FALSE(api::password_fits("the hash of somebody who does not exist", ""));
    CHECK_FALSE(api::password_fits(std::string(257, 'a'), hash));
    CHECK_FALSE(api::needs_rehash(hash));
}

TEST_CASE("6.2.1 6.2.4 6.2.11 short, common and own-name passwords are refused")
{
    const auto fault = [](std::string_view password) {
        const auto found = api::password_fault(password, "budi.santoso");
        return found ? found->key : std::string();
    };
    CHECK(fault("sebelashuru") == "password_too_short");
    CHECK(fault(std::string(253, 'a') + "bcde") == "password_too_long");
    CHECK(fault("aaaaaaaaaaaa") == "password_too_common");
    CHECK(fault("Password1234") == "password_too_common");
    CHECK(fault("kesbangpol2026!") == "password_too_common");
    CHECK(fault("budi.santoso99") == "password_too_common");
    CHECK(fault("kolam teguh padi senja").empty());
    CHECK(fault("éééé çççç ñññ åå").empty());
    CHECK(api::password_fault("kolam teguh padi senja", "x", api::password_profile::bssn)->key ==
          "password_needs_composition");
    CHECK_FALSE(api::password_fault("Kolam 7 teguh!", "x", api::password_profile::bssn));
}

TEST_CASE("tokens, ids and passwords have their form and do not repeat")
{
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const auto id = api::random_id();
        CHECK(id.size() == 26);
        CHECK(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") == id.npos);
        CHECK(api::random_token().size() == 43);
        seen.insert(id);
        seen.insert(api::random_token());
        const auto password = api::random_password();
        CHECK_FALSE(api::password_fault(password, "nobody"));
        seen.insert(password);
    }
    CHECK(seen.size() == 3000);
    CHECK(api::is_same_secret("abc", "abc"));
    CHECK_FALSE(api::is_same_secret("abc", "abd"));
    CHECK_FALSE(api::is_same_secret("abc", "ab"));
}
