// Writes heads of answers.
#include "api/http/wire.hpp"
#include <algorithm>
#include <cstdio>

namespace api {

namespace {

// Level 2 of ASVS, V3: what a browser must be told with every answer. Pages set a policy of their
// own that lets their scripts and styles in.
constexpr std::pair<std::string_view, std::string_view> always[]{
    {"X-Content-Type-Options", "nosniff"},
    {"Cache-Control", "no-store"},
    {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Strict-Transport-Security", "max-age=31536000; includeSubDomains"},
};

bool is_same_name(std::string_view one, std::string_view other)
{
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

bool sets(const reply& answer, std::string_view name)
{
    return std::any_of(answer.headers.begin(), answer.headers.end(),
                       [&](const auto& each) { return is_same_name(each.first, name); });
}

void add(std::string& out, std::string_view name, std::string_view value)
{
    out += name;
    out += ": ";
    for (char c : value)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) out += c;
    out += "\r\n";
}

} // namespace

std::string http_date(workflow::instant at)
{
    static constexpr const char* days[]{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr const char* months[]{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto midnight = std::chrono::floor<std::chrono::days>(at);
    const workflow::date day{midnight};
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - midnight));
    char text[64];
    std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d GMT",
                  days[std::chrono::weekday{midnight}.c_encoding()], unsigned(day.day()),
                  months[unsigned(day.month()) - 1], int(day.year()), int(time.hours().count()),
                  int(time.minutes().count()), int(time.seconds().count()));
    return text;
}

bool may_have_body(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

std::string head_of(const reply& answer, const wire_facts& facts)
{
    std::string out = "HTTP/1.1 " + std::to_string(answer.status) + " ";
    out += reason_phrase(answer.status);
    out += "\r\n";
    add(out, "Date", http_date(facts.now));
    add(out, "X-Request-Id", facts.request_id);
    for (const auto& [name, value] : always)
        if (!sets(answer, name)) add(out, name, value);
    for (const auto& [name, value] : answer.headers) add(out, name, value);
    if (may_have_body(answer.status)) {
        if (!answer.content_type.empty() && !sets(answer, "Content-Type"))
            add(out, "Content-Type", answer.content_type);
        add(out, "Content-Length", std::to_string(facts.length));
    }
    add(out, "Connection", facts.keep_alive ? "keep-alive" : "close");
    return out += "\r\n";
}

} // namespace api
