#pragma once
// What a notice asks of one person, in words: by what happened or is due, and by the post through
// which it reaches them. The mail, the ledger and the rehearsal say the same. Pure.
#include "workflow/people/held_post.hpp"
#include <string>

namespace workflow {

struct told_thing {
    std::string rule;     // review_requested, H-7
    std::string resource; // targets, reviews …
    std::string matter; // what is waited for, in reminders: report, review, approve, submit, revise
    held_post to;
    std::string agency; // whose thing it is; may be empty
    std::string region; // of the plan
};

// "Mohon laporkan capaian"
std::string heading_of(const std::string& locale, const told_thing&);

// One sentence: the recipient's post, and what they can do.
std::string why_told(const std::string& locale, const told_thing&);

// Things that are told in the same sentence, whatever their names.
std::string why_key_of(const told_thing&);

} // namespace workflow
