#pragma once
// Whose desk a thing lies on: who has to do something before it can go on. What others could do
// with it besides (take back a word, withdraw) does not bring it to their desk.
#include "workflow/step/step.hpp"

namespace workflow {

struct desk {
    std::string role;
    reference agency; // empty id: a post of the region
    instant since{};
};

// Targets of one agency in one state, since the first of them came into it.
struct agency_targets {
    std::string state;
    reference agency;
    instant since{};
};

// The desks that a plan waits for: those of its open revision, and those of the targets of the
// revision in force.
std::vector<desk> desks_of(const world&, const std::vector<agency_targets>&);

// The same of one thing; nothing while a plan is with the agencies or with a stage.
std::optional<desk> desk_of(const world&, const subject&);

// Whose turn it is with it, relative to it.
std::optional<who> turn_of(const world&, const subject&);
bool is_turn_of(const principal&, const world&, const subject&);

} // namespace workflow
