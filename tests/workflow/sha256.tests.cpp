// The examples of FIPS 180-4 (csrc.nist.gov, "SHA-256 Example"), whole and in pieces.
#include "workflow/things/sha256.hpp"
#include "tests/support/catch.hpp"

using workflow::sha256;
using workflow::sha256_hex;

TEST_CASE("SHA-256 of the standard's examples")
{
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_hex(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("pieces are hashed as the whole, octets of any value among them")
{
    std::string octets;
    for (int i = 0; i < 1000; ++i) octets += static_cast<char>(i);
    for (const std::size_t cut : {0u, 1u, 63u, 64u, 65u, 999u, 1000u}) {
        const std::string_view whole = octets;
        CHECK(sha256().add(whole.substr(0, cut)).add(whole.substr(cut)).hex() == sha256_hex(whole));
    }
}
