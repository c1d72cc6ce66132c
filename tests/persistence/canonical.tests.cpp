// Canonical bytes have one spelling, and hashes are what the published definition says.
#include "persistence/chain/canonical.hpp"
#include "tests/support/catch.hpp"
#include "workflow/things/sha256.hpp"

using namespace persistence;

TEST_CASE("what is encoded is decoded, byte for byte")
{
    const pairs list{{"name", "submitted"}, {"", ""}, {"5:x,", std::string("\0,\xFF:", 4)}};
    const auto bytes = encode(list);
    CHECK(bytes.starts_with("4:name,9:submitted,0:,0:,"));
    CHECK(decode(bytes) == list);
    CHECK(decode("") == pairs{});
}

TEST_CASE("bytes that encode does not write are not read")
{
    const std::string bad = GENERATE(as<std::string>{}, "x", "1", "1:", "1:a", "1:a,", "1:a,1:b",
                                     "01:a,1:b,", "1:a,1:b,x", "1:ab,1:b,", "-1:a,1:b,",
                                     "99999999999999999999:a,1:b,", "2:a,1:b,", "1:a;1:b,");
    CAPTURE(bad);
    CHECK_FALSE(decode(bad).has_value());
}

TEST_CASE("hashes are SHA-256 in lower-case hexadecimal")
{
    CHECK(octets_of(workflow::hex_of("\x01\xfe")) == "\x01\xfe");
    CHECK_FALSE(octets_of("0").has_value());
    CHECK_FALSE(octets_of("0G").has_value());
    CHECK_FALSE(octets_of("AB").has_value());
    CHECK(random_salt().size() == salt_octets);
    CHECK(random_salt() != random_salt());
}

TEST_CASE("every part of a link changes the hash")
{
    const auto first = chain_hash({.stream = "s", .seq = 1, .previous_hash = {}, .canonical = "c"});
    const std::string other(64, 'a');
    CHECK(first ==
          workflow::sha256_hex(std::string("\0\0\0\0\0\0\0\0\x11", 9) + "rampung history 1" +
                               std::string("\0\0\0\0\0\0\0\x01s\0\0\0\0\0\0\0\x01", 17) +
                               std::string(32, '\0') +
                               std::string("\0\0\0\0\0\0\0\x01"
                                           "c",
                                           9)));
    CHECK(first != chain_hash({.stream = "t", .seq = 1, .previous_hash = {}, .canonical = "c"}));
    CHECK(first != chain_hash({.stream = "s", .seq = 2, .previous_hash = {}, .canonical = "c"}));
    CHECK(first != chain_hash({.stream = "s", .seq = 1, .previous_hash = other, .canonical = "c"}));
    CHECK(first != chain_hash({.stream = "s", .seq = 1, .previous_hash = {}, .canonical = "d"}));
}
