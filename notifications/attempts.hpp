#pragma once
// How long to wait before a mail is tried again, and what a mail is called on every attempt.
#include "workflow/days/clock.hpp"
#include <optional>
#include <string>
#include <string_view>

namespace notifications {

// When to try again after `attempts` tries (1 or more) have failed temporarily: 1, 5, 15, 60
// minutes, then every 4 hours. Nothing once the waits add up to five days: the mail is dead.
// `spread` (0 to 1) lengthens the wait by up to a fifth, so that many do not come back at once.
std::optional<workflow::instant> next_attempt(int attempts, workflow::instant now,
                                              double spread = 0);

// <sha256(key)@domain>: the same key always gives the same Message-ID, so that a mail sent twice
// is seen as one.
std::string message_id_of(std::string_view key, std::string_view domain);

} // namespace notifications
