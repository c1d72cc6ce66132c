#pragma once
// Regions that somebody's posts let them look at, as a condition in SQL and as what to read.
#include "persistence/sql/statement.hpp"
#include "workflow/people/directory_rights.hpp"

namespace persistence {

// How one column is compared: " OR u.region = " and " OR u.region LIKE ".
struct region_column {
    fixed_text equals;
    fixed_text like;
};

// Adds " OR …" for each region that the reach covers; nothing when it covers none.
void add_reach(statement&, const region_column&, const workflow::directory_reach&);

// The rows of one table in a region, and in those from one on: " UNION SELECT id FROM users WHERE
// region = " and " UNION SELECT id FROM users WHERE region >= ".
struct region_rows {
    fixed_text in;
    fixed_text from;
};

// Adds them for each region that the reach covers, for an index to find: what lies elsewhere is not
// read. Nothing when it covers none.
void add_rows_within(statement&, const region_rows&, const workflow::directory_reach&);

// Whether it has no bounds.
bool covers_all(const workflow::directory_reach&);

} // namespace persistence
