// RFC 5321 for the code, RFC 3463 for the enhanced status, and what servers write without one.
#include "notifications/smtp_reply.hpp"
#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace notifications {
namespace {

// "5.1.1" of "550 5.1.1 No such user"; empty when there is none.
std::string_view status_in(std::string_view line)
{
    if (line.size() < 9 || line[5] != '.' || (line[4] != '4' && line[4] != '5')) return {};
    const auto rest = line.substr(4);
    return rest.substr(0, std::min(rest.find(' '), rest.size()));
}

// 5.1.7 and 5.1.8 are about the sender's address; 5.2.1 is a mailbox that is closed.
bool is_about_recipient(std::string_view status)
{
    if (status == "5.1.7" || status == "5.1.8") return false;
    return status.starts_with("5.1.") || status == "5.2.1";
}

bool speaks_of_us(std::string_view line)
{
    static constexpr std::array<std::string_view, 11> words{
        "relay",  "rcpthosts", "denied", "policy",  "authent",   "block",
        "sender", "spam",      "spf",    "allowed", "reputation"};
    std::string lower(line);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return lower.find(word) != lower.npos; });
}

bool names_the_recipient(std::string_view command, std::string_view line)
{
    if (const auto status = status_in(line); !status.empty()) return is_about_recipient(status);
    if (command != "RCPT" || speaks_of_us(line)) return false;
    return line.starts_with("550") || line.starts_with("551") || line.starts_with("553");
}

} // namespace

outcome meaning_of(std::string_view command, std::string_view line)
{
    const bool had_begun = command == "RCPT" || command == "DATA";
    if (!had_begun || line.empty() || line.starts_with("421")) return outcome::unreachable;
    if (line.starts_with('4')) return outcome::temporary;
    return names_the_recipient(command, line) ? outcome::permanent : outcome::refused;
}

} // namespace notifications
