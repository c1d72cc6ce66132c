#pragma once
// What may I do with this thing now; if not, why not, and who can.
#include "workflow/step/step.hpp"

namespace workflow {

struct command_view {
    std::string name;
    bool allowed{};
    std::optional<refusal> closed;  // the refusal that giving it would meet
    std::vector<std::string> needs; // members of the body, and step_up
    std::vector<who_can> who;       // filled when closed
};

// Every command a person could give in the current state, in the table's order. For a plan with
// neither an open revision nor one in force: none.
std::vector<command_view> allowed(const std::vector<definition>&, const world&, const subject&,
                                  const principal&);

// The commands of persons that have a row in the current state.
std::vector<const command_word*> offered(const definition&, const world&, const subject&);

// The machine that runs on a resource; null when there is none.
const definition* machine_of(const std::vector<definition>&, std::string_view resource);

} // namespace workflow
