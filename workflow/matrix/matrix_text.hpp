#pragma once
// Texts of spreadsheet cells: their normal form, and the key by which spellings are compared.
#include <string>
#include <string_view>

namespace workflow {

// Without outer white space (no-break spaces too) and control characters; "\n" for line breaks.
std::string tidy_text(std::string_view);

// ASCII letters in lower case and digits, other characters as they are; spaces, line breaks and
// punctuation left out: "Bidang / Tahap" and "BIDANG/TAHAP" are both "bidangtahap".
std::string spelling_key(std::string_view);

bool is_letter(char); // ASCII letters and every byte of a character beyond ASCII
bool is_digit(char);

} // namespace workflow
