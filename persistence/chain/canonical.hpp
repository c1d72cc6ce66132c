#pragma once
// The bytes of an event that are hashed, and the chain over them. Pure.
//
// Canonical bytes are a list of keys and values, each as its length in decimal, a colon, its bytes
// and a comma (`4:name,9:submitted,`): nothing in a value can pass for something else. They hold
// ids, states and values; a person's name and free text stand beside them, with a salted SHA-256
// digest inside, so that they can be erased later and everything else still verifies.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace persistence {

using pairs = std::vector<std::pair<std::string, std::string>>;

std::string encode(const pairs&);
// Nothing when the bytes are not exactly what `encode` writes.
std::optional<pairs> decode(std::string_view canonical);

inline constexpr std::size_t salt_octets = 16;
std::string random_salt(); // 16 octets from the operating system

// Nothing when the text is not lower-case hexadecimal.
std::optional<std::string> octets_of(std::string_view hex);

std::string salted_digest(std::string_view salt, std::string_view text); // hex

struct chain_link {
    std::string_view stream;
    std::int64_t seq{};
    std::string_view previous_hash; // hex; empty before the first: 32 zero octets
    std::string_view canonical;
};
// SHA-256(0x00 ‖ domain ‖ stream ‖ seq ‖ previous ‖ canonical), lengths before what varies; hex.
std::string chain_hash(const chain_link&);

} // namespace persistence
