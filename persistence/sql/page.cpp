// Cursors: the parts of a key, each behind its length, in hexadecimal.
#include "persistence/sql/page.hpp"
#include <charconv>
#include <optional>

namespace persistence {
namespace {

constexpr std::size_t cursor_octets_max = 2000;

std::optional<std::string> unhex(std::string_view text)
{
    if (text.size() % 2 != 0 || text.size() > cursor_octets_max) return {};
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += 2) {
        unsigned octet = 0;
        const auto [end, error] = std::from_chars(&text[i], &text[i] + 2, octet, 16);
        if (error != std::errc{} || end != &text[i] + 2) return {};
        out += static_cast<char>(octet);
    }
    return out;
}

// One part and what follows it; false when the text is cut off.
bool take_part(std::string_view& rest, std::string& part)
{
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), size);
    const auto digits = static_cast<std::size_t>(end - rest.data());
    if (error != std::errc{} || digits == rest.size() || rest[digits] != ':') return false;
    rest.remove_prefix(digits + 1);
    if (size > rest.size()) return false;
    part = rest.substr(0, size);
    rest.remove_prefix(size);
    return true;
}

} // namespace

std::string cursor_of(const std::vector<std::string>& key)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string out;
    for (const auto& part : key)
        for (const char c : std::to_string(part.size()) + ':' + part) {
            out += digits[static_cast<unsigned char>(c) >> 4];
            out += digits[static_cast<unsigned char>(c) & 15];
        }
    return out;
}

workflow::result<std::vector<std::string>> key_of(const page_request& asked, std::size_t parts)
{
    std::vector<std::string> key(parts);
    if (asked.cursor.empty()) return key;
    const workflow::refusal no{.code = workflow::errc::malformed, .reason = {"query_cursor"}};
    const auto plain = unhex(asked.cursor);
    if (!plain) return no;
    std::string_view rest = *plain;
    for (auto& part : key)
        if (!take_part(rest, part)) return no;
    if (!rest.empty()) return no;
    return key;
}

} // namespace persistence
