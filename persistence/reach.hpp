#pragma once
// Regions that somebody's posts let them look at, as a condition in SQL.
#include "persistence/statement.hpp"
#include "workflow/directory_rights.hpp"

namespace persistence {

// How one column is compared: " OR u.region = " and " OR u.region LIKE ".
struct region_column {
    fixed_text equals;
    fixed_text like;
};

// Adds " OR …" for each region that the reach covers; nothing when it covers none.
void add_reach(statement&, const region_column&, const workflow::directory_reach&);

} // namespace persistence
