#pragma once
// A message is looked at again when it leaves: state, round, deadline, post and account are those
// of this moment, and what is no longer owed is left out.
#include "persistence/nouns/outbox.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include "workflow/table/definition.hpp"

namespace api {

struct second_look_settings {
    const workflow::kind_registry& kinds;
    const std::vector<workflow::definition>& catalog;
    std::function<void(const std::string&)> report{}; // what went wrong, for the log
};

// Leaves in the message what is owed now, as it is now; returns what has changed, to be noted.
// A plan that cannot be read is reported, and what it tells stays as it was stored.
std::vector<workflow::told> look_again(persistence::unit_of_work&, const second_look_settings&,
                                       persistence::outgoing& message);

} // namespace api
