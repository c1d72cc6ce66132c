#pragma once
// Why a text is no JSON, in words that say where and what to do.
#include <string>
#include <string_view>

namespace definitions {

// `at` is the offset of the first character that cannot stand where it stands, the text's size
// when it ends too early: "expected JSON, found … at column 7, behind `…`; is a comma missing …".
std::string syntax_fault(std::string_view text, std::size_t at);

} // namespace definitions
