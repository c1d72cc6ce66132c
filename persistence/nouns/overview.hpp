#pragma once
// Regions and how far they are: one row per live or finished plan that is visible, or at least
// known to be drafted.
#include "persistence/nouns/plans.hpp"

namespace persistence {

// So many targets of one period in one state; open ones also by the end of their reopening.
struct target_count {
    std::string period;
    std::string state;
    std::optional<workflow::date> extended_to;
    std::int64_t targets{};
};

struct overview_row {
    std::string region;
    std::string plan;  // id; empty: not visible to whoever asks
    std::string state; // of the newest revision they see; not_submitted where there is only a draft
    std::vector<target_count> counts;
    int kind_version{}; // of the plan; 0: not visible
    int year{};         // its first, which may be before the one that was asked for
    int years{};
};

// By region. An empty region: everywhere the principal may look.
std::vector<overview_row> overview(unit_of_work&, const workflow::principal&,
                                   const std::string& kind, int year, const std::string& region);

} // namespace persistence
