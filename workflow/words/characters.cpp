// What is not UTF-8 is counted and cut somehow, and stays what it is.
#include "workflow/words/characters.hpp"
#include <algorithm>

namespace workflow {

std::size_t character_count(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string shortened(std::string_view text, std::size_t octets_max)
{
    constexpr std::string_view mark = "…";
    if (text.size() <= octets_max) return std::string(text);
    std::size_t end = octets_max > mark.size() ? octets_max - mark.size() : 0;
    while (end > 0 && !begins_character(text[end])) --end;
    return std::string(text.substr(0, end)) + std::string(mark);
}

} // namespace workflow
