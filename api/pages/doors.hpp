#pragma once
// The pages that work without JavaScript: signing in and out, choosing the first password, help,
// the accessibility statement, and what is said when a page is not there.
#include "api/pages/api_within.hpp"
#include <memory>

namespace api {

// GET, POST /masuk, /keluar, /aktivasi; GET /bantuan, /aksesibilitas.
std::vector<route> door_routes(const std::shared_ptr<const api_within>&);

// For an address that no page has.
reply missing_page(const request&);

// Where to go after signing in: `wanted` when it is an address of these pages, else the inbox.
std::string onward(std::string_view wanted);

} // namespace api
