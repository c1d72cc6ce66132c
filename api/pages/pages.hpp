#pragma once
// The pages people work in: one HTML shell for each address of web/pages.json, with the answers
// that the page asks first already in it. The pages are clients of the API like any other: what
// stands in the shell is what the API answers this very person.
#include "api/pages/api_within.hpp"
#include <memory>

namespace api {

// The addresses of web/pages.json and "/"; who is not signed in is sent to the sign-in page and
// from there back.
std::vector<route> page_routes(const context&, std::shared_ptr<const api_within>);

} // namespace api
