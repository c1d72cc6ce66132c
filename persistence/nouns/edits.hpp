#pragma once
// Edits that are no events: a plan's title, what staff save into an open target, its files,
// what a report answers. Nothing
// is decided by when they were made, so that no world holds it.
#include "persistence/sql/statement.hpp"
#include <map>

namespace persistence {

// When a plan, its targets and its reports were last edited, by id; those that never were are not
// in it.
using edits = std::map<std::string, workflow::instant>;
edits read_edits(unit_of_work&, const std::string& plan);

} // namespace persistence
