#pragma once
// What happened, in the past tense, and what must be told of it.
#include "workflow/people/person.hpp"
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace workflow {

struct event {
    std::int64_t seq{};   // 1, 2, 3 … in its stream; within one step the place in that step
    std::int64_t cause{}; // seq of the command that made it due; 0: a person's or the scheduler's
    std::string name;     // submitted
    std::string command;  // submit; empty for a making
    instant at{};
    reference by; // empty id: the system
    std::string post;
    bool acting{};
    std::string resource;
    std::string subject;
    std::string from; // empty for a making
    std::string to;
    std::string reason;
    std::vector<std::pair<std::string, std::string>> data; // values and digests, part of the hash
    std::string hash;
};

// Something a person must be told at once. Ladder notices come from `ladder`.
struct notice {
    std::string name; // review_requested
    std::string resource;
    std::string subject;
    int round{1};
    reference recipient;
    std::string why;         // the role that makes them a recipient
    std::optional<date> due; // the deadline it speaks of
    std::int64_t event{};    // place of its event in the step
    bool waits{};            // for 07:30 of a working day: the scheduler made it
};

} // namespace workflow
