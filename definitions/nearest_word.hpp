#pragma once
// Which word somebody meant who wrote another.
#include <string>
#include <string_view>
#include <vector>

namespace definitions {

// How many letters must be changed, added, left out or swapped with their neighbour.
std::size_t letters_apart(std::string_view one, std::string_view other);

// The word of the list that is nearest, the first of several; empty when none is near: more than a
// third of the letters would have to change.
std::string nearest_word(std::string_view found, const std::vector<std::string>& words);

// `; did you mean "merah"?`, or nothing.
std::string did_you_mean(std::string_view found, const std::vector<std::string>& words);

// `a, b or c`.
std::string one_of(const std::vector<std::string>& words);

} // namespace definitions
