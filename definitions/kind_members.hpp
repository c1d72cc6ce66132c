#pragma once
// A kind, member by member, with the rules that its members must keep.
#include "definitions/kind_text.hpp"
#include "workflow/kinds/kind.hpp"

namespace definitions {

// The kind, as far as it could be read; the mistakes are noted in the text.
workflow::kind read_kind(kind_text&);

} // namespace definitions
