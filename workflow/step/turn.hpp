#pragma once
// Whose turn it is, answered once: by the commands that the tables mark as work. The inbox and what
// its SQL looks for, the ladder, `waiting_for`, the calendar feed and the rehearsal all ask here.
// What somebody may do besides (take back a word, withdraw) is a right; nobody waits for it.
#include "workflow/step/step.hpp"

namespace workflow {

// Where something is waited for: what the tables say before any world is looked at.
struct work_place {
    std::string_view resource, state;
    std::vector<who> by; // who could do it; the first is whose desk it lies on
};
std::vector<work_place> work_places(const std::vector<definition>&);

// The commands of a thing that are waited for now, whoever gives them. What the command asks for
// may be lacking still; time and others stand in its way no more.
std::vector<const command_word*> open_work(const std::vector<definition>&, const world&,
                                           const subject&);

// Whether somebody is to do one of them: they may give it, now or once what it asks for is there.
// What four eyes keep from somebody does not wait for them.
bool is_turn_of(const std::vector<definition>&, const world&, const subject&, const principal&);

// Today's posts whose holders are to do it; `word` is one of `open_work`.
std::vector<const appointment*> posts_to_do(const std::vector<definition>&, const world&,
                                            const subject&, const command_word& word);

struct desk {
    std::string role;
    std::string region;
    reference agency; // empty id: a post of the region
    instant since{};
};

// The desks on which a thing lies, whoever sits there.
std::vector<desk> desks_of(const std::vector<definition>&, const world&, const subject&);

// Targets of one agency in one state, since the first of them came into it.
struct agency_targets {
    std::string state;
    reference agency;
    instant since{};
};

// All desks that a plan waits for: those of its open revision with its reviews and approvals, and
// those of the targets of the revision in force.
std::vector<desk> desks_of_plan(const std::vector<definition>&, const world&,
                                const std::vector<agency_targets>&);

// Since when a thing is where it is.
instant since_of(const world&, const subject&);

} // namespace workflow
