#pragma once
// Reading rows of targets, below `targets.hpp`.
#include "persistence/nouns/targets.hpp"

namespace persistence {

// Columns of `t`, first in the list; `target_in` reads them.
extern const fixed_text target_columns;
inline constexpr std::size_t target_columns_count = 14;
workflow::target target_in(const soci::row&);
void read_evidence_of(unit_of_work&, workflow::target&);                     // of its current round
void read_evidence_of(unit_of_work&, const std::vector<workflow::target*>&); // of each's own
std::vector<workflow::evidence> evidence_of_round(unit_of_work&, const std::string& target,
                                                  int round);

} // namespace persistence
