#pragma once
// The notices of a message as its recipient, or somebody who may look, reads them.
#include "persistence/nouns/outbox.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/kinds/kind_registry.hpp"

namespace persistence {

// All notices; to be narrowed by " AND …". n the notice, r its region.
statement select_told(unit_of_work&);
std::vector<workflow::told> read_told(statement&);
// Gives what was read the words of its plan's kind, which no row holds; what has them keeps them.
void say_by_kind(unit_of_work&, const workflow::kind_registry&, std::vector<workflow::told>&);
std::vector<std::string> addresses_of(unit_of_work&, const std::string& user);

} // namespace persistence
