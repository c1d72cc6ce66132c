// Composes names by libunistring, and takes out what turns the direction of writing.
#include "api/files/file_name.hpp"
#include "workflow/words/characters.hpp"
#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>
#include <uninorm.h>

namespace api {
namespace {

// Marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm.
constexpr std::string_view directions[]{
    "\u061C", "\u200E", "\u200F", "\u202A", "\u202B", "\u202C",
    "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069",
};

bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// Folders are nobody's business. A backslash divides only after a drive, as old browsers wrote
// it; elsewhere it is a letter of the name.
std::string_view without_folders(std::string_view path)
{
    const bool has_drive =
        path.size() > 2 && is_letter(path[0]) && path[1] == ':' && path[2] == '\\';
    const auto last = path.find_last_of(has_drive ? "/\\" : "/");
    return last == path.npos ? path : path.substr(last + 1);
}

std::string composed(const std::string& text)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::size_t length = 0;
    const std::unique_ptr<std::uint8_t, decltype(&std::free)> made(
        u8_normalize(UNINORM_NFC, bytes, text.size(), nullptr, &length), &std::free);
    if (!made && !text.empty()) throw std::bad_alloc();
    return {reinterpret_cast<const char*>(made.get()), length};
}

} // namespace

std::string kept_file_name(std::string_view sent)
{
    std::string name(sent);
    for (const std::string_view turn : directions)
        for (auto at = name.find(turn); at != name.npos; at = name.find(turn, at))
            name.erase(at, turn.size());
    name = composed(name);
    return std::string(without_folders(name)); // last, so that a kept name is kept again
}

std::optional<workflow::sentence> fault_of_file_name(std::string_view kept)
{
    const auto is_control = [](unsigned char c) { return c < 0x20 || c == 0x7f; };
    if (kept.empty()) return workflow::sentence{"evidence_name_missing"};
    if (workflow::character_count(kept) > file_name_characters_max)
        return workflow::sentence{"field_too_long",
                                  {{"limit", std::to_string(file_name_characters_max)}}};
    if (std::any_of(kept.begin(), kept.end(), is_control))
        return workflow::sentence{"field_control_characters"};
    return std::nullopt;
}

} // namespace api
