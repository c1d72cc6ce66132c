#pragma once
// Passwords: Argon2id by libsodium, 64 MiB and two passes each, at most two at a time, so that a
// crowd at the door cannot take all memory. Blocking: workers only. Any thread.
#include "workflow/words/error.hpp"
#include <optional>
#include <string>
#include <string_view>

namespace api {

enum class password_profile {
    asvs, // length and a list of common ones, no composition
    bssn, // composition as well (BSSN regulation 4/2021)
};

inline constexpr std::size_t password_characters_min = 12;
inline constexpr std::size_t password_bytes_max = 256;

// The sentence of what is wrong with a new password, or nothing.
std::optional<workflow::sentence>
password_fault(std::string_view password, std::string_view username, password_profile profile = {});

// Throws std::bad_alloc when there is no memory for it.
std::string password_hash(std::string_view password);

// An empty hash (nobody of that name) takes as long as any other and never fits.
bool password_fits(std::string_view password, const std::string& hash);

bool needs_rehash(const std::string& hash); // made with weaker settings than today's

} // namespace api
