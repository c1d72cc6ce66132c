#pragma once
// What a notice asks of one person, in words: by what happened or is due, and by the post through
// which it reaches them. The mail, the ledger and the rehearsal say the same. Pure.
#include "workflow/reminding/told.hpp"

namespace workflow {

// "Mohon laporkan capaian"
std::string heading_of(const std::string& locale, const told&);

// One sentence: the recipient's post, and what they can do.
std::string why_told(const std::string& locale, const told&);

// Things that are told in the same sentence, whatever their names.
std::string why_key_of(const told&);

} // namespace workflow
