#pragma once
// Who sends a request: the session of its cookie, or the token of its Authorization header. The
// pipeline asks for every route that needs a sign-in.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

inline constexpr std::chrono::minutes step_up_lasts{30};

// Refuses with unauthenticated. Rights are those of the request's own moment. May write: a session
// is marked as seen, at most once a minute, a token as used, once an hour. A token, where there is
// one, goes before the cookie.
workflow::result<caller> authenticate(const context&, const request&);

// The name of the session's cookie, and its value in a request; empty when there is none.
std::string_view session_cookie_name(const context&);
std::string session_token(const context&, const request&);

} // namespace api
