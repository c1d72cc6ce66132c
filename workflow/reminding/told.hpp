#pragma once
// What one person is told of one thing, from the table or the ladder that says so to the row that
// keeps it, the second look and the words of a mail: said once, so that nobody copies it.
#include "workflow/days/clock.hpp"
#include "workflow/people/held_post.hpp"
#include "workflow/people/region.hpp"
#include <optional>
#include <string>

namespace workflow {

struct told {
    std::string key{};      // unique: rule, thing, recipient, deadline, round …
    std::string rule{};     // what happened (review_requested), or the ladder's step (H-7)
    std::string resource{}; // targets, reviews, approvals, plans, reports
    std::string subject{};  // its id
    int round{1};           // of a target; elsewhere what tells one wait from the next
    std::optional<date> due{};
    std::optional<date> moved_from{}; // where a step alone would have put its morning
    held_post post{};                 // by which the recipient gets it
    std::string matter{}; // what a reminder waits for: report, review, approve, submit, revise
    std::string plan{};
    std::string kind{}; // of the plan: its name
    int kind_version{}; // and the version whose words are the plan's
    bilingual kind_title{};
    workflow::region region{};
    bilingual title{};       // stored in Indonesian, until the world is looked at again
    std::string agency{};    // whose thing it is, by name; empty when nobody's in particular
    bool silence_consents{}; // without a word until `due` it counts as agreed to
    std::string reason{};    // what was written when it happened; empty when erased
    std::string dropped{};   // why it is not told after all (still_owed.hpp), or empty
};

} // namespace workflow
