#pragma once
// What people read: every sentence by key, in Indonesian and English. Refusals, titles and reasons
// carry keys; only the rim (HTTP, mail, command line) turns them into words.
//
// To add sentences: what is said of one noun alone into its own table,
// `workflow/things/<noun>_words.cpp`; what several need into the table of the subject,
// `workflow/words/sentences_<subject>.cpp`. A new subject is declared below and named once in
// sentences.cpp; a new noun's table is found by its answer. What no floor but `api` says stands in
// api/words. Nobody asks in which table a key stands. A test checks that every key is unique, has
// both texts, and that both texts take the same {arguments}.
#include "workflow/words/error.hpp"
#include <span>
#include <string_view>
#include <vector>

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

// Adds a table that lives as long as the program to the catalogue: another floor's, which it hands
// over when the program starts, before there are threads; `all_wordings` is to be asked anew. The
// same table again changes nothing. Throws std::logic_error when a key stands already.
void add_wordings(std::span<const wording>);

// The key of a command's title; a thing may have a word of its own for it.
std::string key_of_command(std::string_view resource, std::string_view command);

namespace sentences_of {
std::span<const wording> refusals();
std::span<const wording> directory();
std::span<const wording> rules();
std::span<const wording> names();
std::span<const wording> matrix();
std::span<const wording> mail();
std::span<const wording> rehearsal();
std::vector<std::span<const wording>> nouns(); // what each noun says of itself (workflow/things)
} // namespace sentences_of

} // namespace workflow
