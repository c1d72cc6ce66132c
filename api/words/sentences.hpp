#pragma once
// What only those hear who come in from outside: the sentences of requests and bodies, of signing
// in, of the server's own pages, of files and of single nouns. What every floor says stands in
// workflow/words.
//
// To add sentences: into the table of their subject, in both languages; a new table is declared
// below and named once in sentences.cpp.
#include "workflow/words/sentences.hpp"

namespace api {

// Makes them known to workflow::say. Called when a program starts, before its first sentence and
// before it has threads; safe to call again.
void add_sentences();

namespace sentences_of {
std::span<const workflow::wording> requests();
std::span<const workflow::wording> door();
std::span<const workflow::wording> pages();
std::span<const workflow::wording> sheets();
std::span<const workflow::wording> nouns();
} // namespace sentences_of

} // namespace api
