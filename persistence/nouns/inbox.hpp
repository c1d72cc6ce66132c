#pragma once
// What might be waiting for somebody: a superset by posts and by the states in which the tables say
// that something is waited for. Whether it is their turn is asked of `workflow::is_turn_of`, on the
// world of each plan.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/step/step.hpp"
#include <vector>

namespace persistence {

inline constexpr std::size_t inbox_candidates_max = 5000; // for one person, each resource

struct candidate {
    workflow::subject subject;
    std::string plan;
};

// By plan, then resource, then id. An empty kind: any.
std::vector<candidate> inbox_candidates(unit_of_work&, const workflow::principal&,
                                        const std::vector<workflow::definition>&,
                                        const std::string& kind);

} // namespace persistence
