#pragma once
// The pages people work in: one HTML shell for each address of web/pages.json, with the answers
// that the page asks first already in it. The pages are clients of the API like any other: what
// stands in the shell is what the API answers this very person.
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

// Asks the API within the process, in somebody's name, with the same checks as from outside.
using api_function = std::function<reply(const request&)>;

// The addresses of web/pages.json and "/"; who is not signed in is sent to the sign-in page and
// from there back. The function is called while serving only.
std::vector<route> page_routes(const context&, const api_function&);

// A question to the API with the cookie and language of another request.
request question(const request& asked, std::string_view method, std::string target);

} // namespace api
