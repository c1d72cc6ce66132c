#pragma once
// Signing in and out, and choosing the first password. Wrong names and wrong passwords cannot be
// told apart, neither by answer nor by time; who guesses has to wait (see throttle.hpp). All of it
// goes to the security log.
#include "api/door/context.hpp"
#include "api/door/throttle.hpp"
#include "api/http/router.hpp"

namespace api {

// POST, GET, DELETE /session, POST /session/step-up, POST /activation. The context outlives them.
std::vector<route> sign_in_routes(const context&, throttle_limits = {},
                                  steady_clock_function = std::chrono::steady_clock::now);

// Whether the answer waits for the hash of a password, here or on the pages' doors. By the head.
bool hashes_password(const request& head);

} // namespace api
