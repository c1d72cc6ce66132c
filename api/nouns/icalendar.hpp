#pragma once
// A list of dates in RFC 5545, for calendar programs: CRLF, lines folded at 75 octets, text
// escaped. Nothing that a person wrote can add a line.
#include "workflow/days/clock.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace api {

struct calendar_entry {
    std::string uid; // the same for the same thing, for ever
    workflow::instant changed{};
    workflow::date day;
    std::string summary{};
    std::string description{};
    std::string url{};
};

// Whole-day entries that take nobody's time. `name` is what programs call the calendar.
std::string icalendar(std::string_view name, const std::vector<calendar_entry>&);

// What it is made of.
std::string escaped_text(std::string_view text); // 3.3.11; controls but line feeds are dropped
std::string folded_line(std::string_view line);  // 3.1; never inside a UTF-8 character

} // namespace api
