#pragma once
// Which installation this database belongs to: evidence directories carry the same id.
#include "persistence/sql/unit_of_work.hpp"
#include <string>

namespace persistence {

// The installation's id; the first to ask, with an id of its own making, gives it.
std::string installation_id(unit_of_work&, const std::string& fresh);

} // namespace persistence
