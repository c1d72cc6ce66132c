#pragma once
// Kinds of plan, read from JSON: those embedded in the binary and those of a directory. A file is
// read strictly, and all its mistakes are told with their places, so that a typing error stops the
// start and not a deadline. What a file may say: docs/kinds.md; for editors: kind_schema().
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

// `place` is a JSON pointer (empty: the document), `line` counts from 1 (0: the file as such),
// `fault` says what was expected and what was found, and which word may have been meant.
struct kind_mistake {
    std::string file;
    std::size_t line{};
    std::string place;
    std::string fault;
};

// rad_x.json, line 12, at "/periods/1/from": expected …, found …
std::string sentence_of(const kind_mistake&);

// At least one mistake; `what` has a line for each.
struct kind_fault : std::runtime_error {
    explicit kind_fault(std::vector<kind_mistake> found);

    std::vector<kind_mistake> mistakes;
};

// The kind that the text describes, `hash` being the SHA-256 of its bytes. Throws kind_fault.
workflow::kind load_kind(std::string_view file, std::string_view text);

// The same for what is kept with plans: what this program came to refuse since is taken, and a code
// that has no words is called by itself. Throws kind_fault when it is no kind at all.
workflow::kind kept_kind(std::string_view file, std::string_view text);

// Those of the binary, in order of file name.
std::vector<workflow::kind> built_in_kinds();

// What a directory holds, and everything that is wrong with it: also that it cannot be read, that a
// file is not called as its kind (`name.json` or `name-version.json`), that two files, or one and
// the binary, give one name and version.
struct kind_directory {
    std::vector<workflow::kind> kinds; // of files without mistakes, in order of file name
    std::vector<std::string> files;    // of each of `kinds`
    std::vector<kind_mistake> mistakes;
    std::vector<std::string> passed_over; // files that do not end in .json
};
kind_directory read_kinds(const std::filesystem::path& directory);

// Those of the binary, and those of the directory where one is named. Throws kind_fault with all
// mistakes of the directory.
std::vector<workflow::kind> known_kinds(const std::filesystem::path& directory);

// The JSON Schema of a kind's file, for editors: what a text alone can be held against. What spans
// several members (periods without gaps, roles that stages ask for) only reading finds.
std::string_view kind_schema();

// A file for a new kind, with an example of every member; load_kind takes it. Precondition:
// is_name.
std::string new_kind_file(const std::string& name);

// Whether a kind may be called so: a persisted name that no address needs for itself.
bool is_kind_name(std::string_view name);

} // namespace definitions
