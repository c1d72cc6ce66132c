// Dates and instants as text, in the one form the API and the database know.
#include "workflow/days/clock.hpp"
#include <cstdio>
#include <string_view>

namespace workflow {

namespace {

// The number that the digits spell, or -1 when one of them is no digit.
int digits(std::string_view text)
{
    int value = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

std::string iso(date day)
{
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text;
}

std::string rfc3339(instant at)
{
    using namespace std::chrono;
    const auto day = floor<days>(at);
    const hh_mm_ss time{at - day};
    char text[32];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    std::string result = iso(date{day}) + text;
    if (const auto fraction = time.subseconds().count(); fraction != 0) {
        std::snprintf(text, sizeof text, ".%06d", static_cast<int>(fraction));
        result += text;
    }
    return result + "Z";
}

bool parse_date(std::string_view text, date& day)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const int y = digits(text.substr(0, 4));
    const int m = digits(text.substr(5, 2));
    const int d = digits(text.substr(8, 2));
    if (y < 0 || m < 0 || d < 0) return false;
    const date parsed{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)},
                      std::chrono::day{static_cast<unsigned>(d)}};
    if (!parsed.ok()) return false;
    day = parsed;
    return true;
}

} // namespace workflow
