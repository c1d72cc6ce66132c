#pragma once
// Randomness from the system's generator, through libsodium: tokens, ids, passwords for the demo.
// Any thread, after make_ready().
#include <string>
#include <string_view>

namespace api {

void make_ready(); // libsodium; throws when it cannot start. Safe to call again.

std::string random_token();    // 256 bit, base64url: 43 characters
std::string random_id();       // 128 bit, base32: 26 lower-case letters and digits
std::string random_password(); // readable, about 70 bit: kolam-teguh-padis-senjal-47

// Text that only who knows the secret can read, as base64url; a different one each time.
std::string sealed(std::string_view text, std::string_view secret);
// Throws std::runtime_error when it was sealed with another secret, or changed.
std::string opened(std::string_view sealed_text, std::string_view secret);

bool is_same_secret(std::string_view one, std::string_view other); // in constant time

} // namespace api
