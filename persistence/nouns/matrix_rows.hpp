#pragma once
// Reading and writing single rows of a matrix, below `matrix.hpp`.
#include "persistence/nouns/matrix.hpp"

namespace persistence {

// With supporting agencies and cells; by number, then id.
std::vector<placed_action> actions_where(statement&); // continues "… FROM actions a …"
statement action_query(unit_of_work&);                // up to "WHERE 1 = 1"

void insert_action_row(unit_of_work&, const revision_key&, const workflow::action&);
std::int64_t update_action_row(unit_of_work&, const revision_key&, const workflow::action&,
                               std::int64_t version);
void delete_supports(unit_of_work&, int revision, const std::string& action);
void write_supports(unit_of_work&, int revision, const workflow::action&);
void insert_cell(unit_of_work&, int revision, const std::string& action, const workflow::cell&);
void delete_cell(unit_of_work&, int revision, const std::string& target);
void insert_planned_target(unit_of_work&, const revision_key&, const std::string& action,
                           const workflow::cell&);
// Only where it never was in force and no revision holds it any more.
void delete_unmade_target(unit_of_work&, const std::string& target);

} // namespace persistence
