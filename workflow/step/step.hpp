#pragma once
// One command on a world, with everything that follows from it in the same breath: decide, change,
// tell, and let the engine's own commands run until nothing is due. Pure but for the ids it asks
// for.
#include "workflow/table/decide.hpp"
#include "workflow/things/facts.hpp"
#include "workflow/things/world.hpp"
#include <functional>

namespace workflow {

// Something with a machine. For a plan the machine runs on one of its revisions.
struct subject {
    std::string resource; // plans, reviews, approvals, targets, reports
    std::string id;
    friend bool operator==(const subject&, const subject&) = default;
};

// All things of a world that have a machine, its plan first; a target once it was in force.
std::vector<subject> subjects_of(const world&);

// The body of a command; absent members are empty. `given` names those that were there.
struct command_body {
    std::vector<std::string> given;
    std::string reason, note;
    std::string decree_number, decree_scan;
    std::optional<date> decree_date, until;
    std::optional<workflow::scores> scores;
    std::string chosen_class;
    std::vector<gap> gaps;
    std::vector<review_item> items;
    std::vector<field_error>
        errors; // what the reader found wrong; answered after state, before guards
};

struct command_given {
    std::string name;
    command_body body;
    std::optional<std::int64_t> version; // of If-Match; another one is refused last
};

struct outcome {
    world after;
    std::vector<event> events; // the first is the command's own
    std::vector<notice> notices;
    std::vector<closed_round> closed_rounds;
};

struct environment {
    const std::vector<definition>* catalog{};
    std::function<std::string()> new_id;
};

// Refusals: those of `decide`, with `who`, and stale. Precondition: `subject` is in the world.
result<outcome> step(const environment&, world, const subject&, const command_given&,
                     const principal&);

// The two halves of a step. Refusals: those of `decide`, without `who`.
result<decision> judge(const environment&, const world&, const subject&, const command_given&,
                       const principal&);
outcome carry_out(const environment&, world, const subject&, const command_given&, const principal&,
                  const decision&);

// Only what is due by itself: periods begun, ends passed, silence.
outcome sweep(const environment&, world);

// A new plan's first revision, or an amendment of the one in force (guard: one at most is open).
result<outcome> begin_plan(const environment&, world, const principal&);
result<outcome> begin_amendment(const environment&, world, const principal&);

} // namespace workflow
