#pragma once
// Smaller answers for slow lines.
#include "api/http/reply.hpp"
#include "api/http/request.hpp"

namespace api {

// The answer with its text packed by gzip, where the client takes that and it is worth it. What
// holds a secret beside text that others wrote is left as it is (BREACH): the session's answers,
// and those that tell a code or token once.
reply compressed(const request&, reply);

} // namespace api
