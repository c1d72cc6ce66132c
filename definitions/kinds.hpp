#pragma once
// Kinds of plan, read from JSON: those embedded in the binary and those of a directory. A file is
// read strictly, and a fault says where it is, so that a typing error stops the start and not a
// deadline.
//
//     for (const auto& kind : definitions::built_in_kinds()) …
//
// All functions are free of state and may be called from any thread.
#include "workflow/kinds/kind.hpp"
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace definitions {

// The first fault of a file: `place` is a JSON pointer (empty: the document), `fault` says what
// was expected and what was found.
struct kind_fault : std::runtime_error {
    kind_fault(std::string in_file, std::string at_place, std::string what_fault);

    std::string file;
    std::string place;
    std::string fault;
};

// The kind that the text describes, `hash` being the SHA-256 of its bytes. Throws kind_fault.
workflow::kind load_kind(std::string_view file, std::string_view text);

// Those of the binary, in order of file name.
std::vector<workflow::kind> built_in_kinds();

// Every *.json of the directory, in order of file name. Throws kind_fault, also when the directory
// or a file cannot be read or two files give one name and version.
std::vector<workflow::kind> kinds_from(const std::filesystem::path& directory);

// Those of the binary, and those of the directory where one is named.
std::vector<workflow::kind> known_kinds(const std::filesystem::path& directory);

} // namespace definitions
