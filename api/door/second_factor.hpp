#pragma once
// Time-based one-time codes (RFC 6238, six digits, 30 seconds, SHA-1) by liboath. Pure; any thread.
#include "workflow/days/clock.hpp"
#include <optional>
#include <string>
#include <string_view>

namespace api {

inline constexpr unsigned code_step_seconds = 30;
inline constexpr std::size_t code_digits = 6;
inline constexpr std::size_t code_window_steps = 1; // clocks may be off by this much either way

// The time step whose code this is, if it is one that fits now and lies after `last_step`: a code
// works once. The secret is base32, as authenticator apps take it. Nothing for a secret that is
// none.
std::optional<std::int64_t> fitting_step(const std::string& secret, std::string_view code,
                                         workflow::instant now, std::int64_t last_step);

// The furthest step that a right clock can have taken by now, also one of another server. A later
// one was taken under a wrong clock; the next code of its owner takes its place. The price: who
// sets the server's clock back by more than that can use once more what was used meanwhile.
std::int64_t furthest_step(workflow::instant now);

// A fresh secret of 160 bits, as RFC 4226 recommends.
std::string new_factor_secret();

} // namespace api
