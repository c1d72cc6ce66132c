#pragma once
// What proves an achievement: who may put files there, and who may read them (contract, section 2).
// Pure.
#include "workflow/step/step.hpp"
#include "workflow/words/error.hpp"
#include <array>

namespace workflow {

namespace classification {
inline constexpr std::string_view ordinary = "biasa";
inline constexpr std::string_view restricted = "terbatas"; // reads of it are logged
} // namespace classification

// Whether this person may write into the target now: its record and its evidence. Refusals, in this
// order: forbidden with who may (its lead agency), wrong_state unless it is open.
result<void> may_fill_in(const std::vector<definition>&, const world&, const subject& target,
                         const principal&);

// What somebody is to the evidence of a target.
struct evidence_reader {
    bool keeps{};    // belongs to its lead agency, or to the secretariat of its region
    bool receives{}; // to the secretariat of the region above
    bool watches{};  // who approves, an observer and the like, there or above
};

// Keepers always; the receiving secretariat from the first submission of the period's report on;
// those who watch an ordinary file of a round that was reported. `former`: the target's rounds that
// are over. Precondition: the world has its reports when somebody receives.
bool may_read(const evidence_reader&, const world&, const target&, const evidence&,
              const std::vector<closed_round>& former);

} // namespace workflow
