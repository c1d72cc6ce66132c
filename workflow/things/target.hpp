#pragma once
// What one action must reach in one period, and what was reported of it. Each return, reopening or
// revision starts a new round; a former round keeps its own record.
#include "workflow/people/person.hpp"
#include "workflow/things/item.hpp"
#include <optional>
#include <string>
#include <vector>

namespace workflow {

struct scores {
    double administration{}; // 0–100
    double substance{};      // 0–100
    friend bool operator==(const scores&, const scores&) = default;
};

// The record of one round.
struct achievement_record {
    std::string achievement;
    std::optional<double> achieved_quantity;
    std::string obstacles;
    std::string follow_up;
    reference reported_by;
    std::optional<instant> reported_at;
    reference endorsed_by;
    reference claimed_by;
    reference signed_by;
    std::optional<workflow::scores> scores;
    std::string chosen_class; // by the verifier, where there is no percentage
    std::string reason;       // why the round began, or the claim was made
    std::string agency;       // whose it is, once another agency leads; empty: the lead agency's
    friend bool operator==(const achievement_record&, const achievement_record&) = default;
};

struct evidence {
    std::string id;
    std::int64_t version{1};
    std::string kind;
    std::string classification; // biasa, terbatas
    std::string name;
    std::string media_type;
    std::int64_t size{};
    std::string sha256;
    int round{1};
};

struct target : item {
    std::string action;
    std::string period;
    int round{1};
    int newest_round{1}; // a restored target's round is an older one
    achievement_record record;
    std::optional<date> extended_to; // the end of a reopening or of days given after a return
    std::string last_final;          // signed_off, infeasible, not_reported; empty: never final
    int last_final_round{};
    std::optional<achievement_record> last_final_record;
    std::vector<workflow::evidence> evidence; // of the current round
    bool made{}; // its creation is in the history: it was in force once
};

// A round that is over, with what was said in it.
struct closed_round {
    std::string target;
    int round{1};
    std::string state; // in which it was left
    achievement_record record;
    std::vector<workflow::evidence> evidence;
    std::string
        former_lead; // another agency leads from here: what was said so far stays this one's
};

} // namespace workflow
