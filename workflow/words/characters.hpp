#pragma once
// Text by its characters, as UTF-8 writes them.
#include <string>
#include <string_view>

namespace workflow {

inline bool begins_character(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

std::size_t character_count(std::string_view);

// At most `octets_max`, cut between characters and marked with "…" when something is missing.
std::string shortened(std::string_view, std::size_t octets_max);

} // namespace workflow
