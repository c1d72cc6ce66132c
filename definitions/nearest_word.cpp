// The distance of Damerau and Levenshtein, neighbours swapped once (optimal string alignment).
#include "definitions/nearest_word.hpp"
#include <algorithm>

namespace definitions {

std::size_t letters_apart(std::string_view one, std::string_view other)
{
    // Rows by how much of `one` is used up: this one, and the two before it.
    std::vector<std::size_t> before_last, last(other.size() + 1), row(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        before_last = last;
        last = row;
        row[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t change = one[i - 1] == other[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            const bool swapped =
                i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
    }
    return row[other.size()];
}

std::string nearest_word(std::string_view found, const std::vector<std::string>& words)
{
    std::string nearest;
    std::size_t least = std::max<std::size_t>(1, found.size() / 3) + 1;
    for (const auto& word : words) {
        const auto apart = letters_apart(found, word);
        if (apart >= least) continue;
        least = apart;
        nearest = word;
    }
    return nearest;
}

std::string did_you_mean(std::string_view found, const std::vector<std::string>& words)
{
    const auto word = nearest_word(found, words);
    return word.empty() ? "" : "; did you mean \"" + word + "\"?";
}

std::string one_of(const std::vector<std::string>& words)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
        text += words[i];
    }
    return text;
}

} // namespace definitions
