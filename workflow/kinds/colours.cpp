// The table of colours. Hitam has the letter in its middle, for its first one is that of hijau.
#include "workflow/kinds/colours.hpp"
#include <algorithm>

namespace workflow {

std::span<const colour> colours()
{
    // clang-format off
    static const colour table[]{
        {"biru",   "B", {"biru",   "blue"}},
        {"hijau",  "H", {"hijau",  "green"}},
        {"kuning", "K", {"kuning", "yellow"}},
        {"merah",  "M", {"merah",  "red"}},
        {"hitam",  "T", {"hitam",  "black"}},
    };
    // clang-format on
    return table;
}

const colour* find_colour(std::string_view code)
{
    const auto known = colours();
    const auto at = std::find_if(known.begin(), known.end(),
                                 [&](const auto& each) { return each.code == code; });
    return at == known.end() ? nullptr : &*at;
}

std::string letter_of_colour(std::string_view code)
{
    const colour* found = find_colour(code);
    return found ? found->letter : std::string();
}

} // namespace workflow
