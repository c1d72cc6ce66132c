#pragma once
// Names of files as people call them: what is kept of one that was sent.
#include "workflow/words/error.hpp"
#include <optional>
#include <string>
#include <string_view>

namespace api {

inline constexpr std::size_t file_name_characters_max = 255;

// The last part of the path, composed (NFC), without the controls that turn the direction of
// writing, behind which "exe.pdf" can hide "fdp.exe". Quotes and backslashes stay. `sent` is UTF-8.
std::string kept_file_name(std::string_view sent);

// What is wrong with a kept name: it has no letters, too many, or control characters.
std::optional<workflow::sentence> fault_of_file_name(std::string_view kept);

} // namespace api
