#pragma once
// One step of one machine: (definition, state, facts, command) to a decision or a refusal. Pure.
// The refusal is found by asking the table's guards in the contract's order; the decision is MSM's.
#include "workflow/table/definition.hpp"

namespace workflow {

// What came with the command, as far as a decision depends on it.
struct asked {
    std::string_view command;
    std::vector<std::string_view> given; // members present in the body
    std::vector<field_error> errors;     // what is wrong with those
    bool recent_sign_in{};               // within 30 minutes, and not by token
};

// Refusals in this order: forbidden, step_up_required, wrong_state, invalid, guard. `who` is filled
// by the caller, who knows the people. Precondition: the command is one of the definition's.
result<decision> decide(const definition&, std::string_view state, const facts&, const asked&);

// The same without MSM and without a body: would the command succeed with a valid body for `needs`?
struct openness {
    std::optional<refusal> closed;       // empty: allowed
    std::vector<std::string_view> needs; // members a body must have in this state
};
openness may(const definition&, std::string_view state, const facts&, const command_word&);

// The commands a person could give in this state, in the table's order.
std::vector<const command_word*> commands_in(const definition&, std::string_view state);

bool guards_hold(const transition&, const facts&);

// Whether somebody is one of those who may give the command.
bool fits(const command_word&, actor_set);

} // namespace workflow
