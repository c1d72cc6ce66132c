#pragma once
// What people read: every sentence by key, in Indonesian and English. Refusals, titles and reasons
// carry keys; only the rim (HTTP, mail, command line) turns them into words.
//
// To add sentences: write `workflow/words/sentences_<subject>.cpp` in the form of
// sentences_http.cpp, declare its function below and name it once in sentences.cpp. A test checks
// that every key is unique, has both texts, and that both texts take the same {arguments}.
#include "workflow/words/error.hpp"
#include <span>
#include <string_view>

namespace workflow {

struct wording {
    std::string_view key;        // snake_case
    std::string_view indonesian; // formal
    std::string_view english;
};

// The sentence in the caller's language: English for "en" and "en-…", Indonesian otherwise.
// {name} is replaced by the argument of that name (one that begins with @ names another sentence);
// an argument not given leaves the braces. A key that nobody wrote is a bug: an assertion, and the
// key itself in a release.
std::string say(std::string_view locale, const sentence&);

// Null when there is no such key.
const wording* find_wording(std::string_view key);
std::span<const std::span<const wording>> all_wordings();

namespace sentences_of {
std::span<const wording> http();
std::span<const wording> directory();
std::span<const wording> rules();
std::span<const wording> names();
std::span<const wording> matrix();
std::span<const wording> mail();
std::span<const wording> work();
std::span<const wording> rehearsal();
std::span<const wording> plans();
std::span<const wording> pages();
} // namespace sentences_of

} // namespace workflow
