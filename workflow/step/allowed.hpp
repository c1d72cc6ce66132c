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

// Whether the thing waits for this person: some command of its state is theirs to give, now or once
// what it asks for is there (an open target waits although nothing is reported yet). What only
// takes back one's own word is no work, and what four eyes keep from somebody does not wait for
// them.
bool waits_for(const std::vector<definition>&, const world&, const subject&, const principal&);

// The machine that runs on a resource; null when there is none.
const definition* machine_of(const std::vector<definition>&, std::string_view resource);

} // namespace workflow
