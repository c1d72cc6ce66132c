#pragma once
// The bytes of an answer's head: status line, the security headers that every answer carries, and
// what the reply itself asks for. Pure.
#include "api/http/reply.hpp"
#include "workflow/days/clock.hpp"

namespace api {

struct wire_facts {
    std::string_view request_id;
    workflow::instant now{};
    std::size_t length{}; // of the body or file
    bool keep_alive{};
};

// Up to and with the blank line. A header of the reply replaces the default of the same name;
// control characters in values are dropped, so that nobody's text can add a header.
std::string head_of(const reply&, const wire_facts&);

// Thu, 30 Apr 2026 02:30:00 GMT
std::string http_date(workflow::instant);

bool may_have_body(int status);

} // namespace api
