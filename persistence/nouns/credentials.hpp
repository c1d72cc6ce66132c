#pragma once
// What somebody signs in with: password, second factor, one-time activation code. Only hashes of
// passwords and codes are kept. The caller hashes and compares; here it is remembered.
#include "persistence/sql/unit_of_work.hpp"
#include <optional>
#include <string>

namespace persistence {

struct credentials {
    std::string user;          // id
    std::string password_hash; // empty: not activated
    std::string totp_secret;   // empty: no second factor
    bool disabled{};
};

// By username in any case, and by id.
std::optional<credentials> find_credentials(unit_of_work&, const std::string& username);
std::optional<credentials> credentials_of(unit_of_work&, const std::string& user);

// No code is good for longer; a wrong clock may have written that it is.
inline constexpr std::chrono::days activation_lasts_max{7};

// The user whose code this is, while it is good; each code works once: `set_password` takes it.
std::optional<std::string> find_activation(unit_of_work&, const std::string& code_hash);
void set_activation(unit_of_work&, const std::string& user, const std::string& code_hash,
                    workflow::instant until);
// For whoever changes what the account may do, before: holds its row as well, so that a code which
// is being made at the same time is made for the account as it then is, or not at all.
void end_activation_of(unit_of_work&, const std::string& user);

// Also ends the activation code and all sessions. A unit that changes one's own password begins a
// new session afterwards.
void set_password(unit_of_work&, const std::string& user, const std::string& password_hash);
// A newer form of the same password: nothing else changes.
void rehash_password(unit_of_work&, const std::string& user, const std::string& password_hash);

// Also forgets which codes were used: those of another secret fit nowhere.
void set_totp_secret(unit_of_work&, const std::string& user, const std::string& secret);

// Refused when this or a later step was used before: a code works once. One that is remembered
// beyond `furthest` was used under a wrong clock and keeps nobody out: it is forgotten.
enum class step_use { refused, taken, taken_after_wrong_clock };
step_use use_totp_step(unit_of_work&, const std::string& user, std::int64_t step,
                       std::int64_t furthest);

} // namespace persistence
