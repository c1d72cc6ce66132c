#pragma once
// What one action must reach in one period, and what was reported of it. Each return, reopening or
// revision starts a new round; a former round keeps its own record.
#include "workflow/people/person.hpp"
#include "workflow/table/definition.hpp"
#include "workflow/things/item.hpp"
#include "workflow/things/played.hpp"
#include <array>
#include <map>
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
    std::string item{}; // of the kind's checklist that it shows; empty: none
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

// The states by name, for whoever must name one: held against the table when the program starts.
// Who can ask by meaning (is it work, is it final) asks the table instead.
namespace target_state {
inline constexpr std::string_view planned = "planned";
inline constexpr std::string_view open = "open";
inline constexpr std::string_view reported = "reported";
inline constexpr std::string_view endorsed = "endorsed";
inline constexpr std::string_view infeasible_claimed = "infeasible_claimed";
inline constexpr std::string_view signed_off = "signed_off";
inline constexpr std::string_view infeasible = "infeasible";
inline constexpr std::string_view not_reported = "not_reported";
inline constexpr std::string_view withdrawn = "withdrawn";
inline constexpr std::array all{planned,    open,       reported,     endorsed, infeasible_claimed,
                                signed_off, infeasible, not_reported, withdrawn};
} // namespace target_state

// What the guards may look at.
enum class final_state { none, signed_off, infeasible, not_reported };

struct target_facts : facts {
    bool plan_is_in_force{};
    bool period_has_begun{};
    bool end_has_passed{};
    bool achievement_is_given{};
    located_fact evidence_is_there;
    located_fact checklist_is_complete;
    bool is_the_reporter{};
    bool is_the_endorser{};
    bool is_the_claimant{};
    bool kind_relaxes_four_eyes{};
    final_state last_final{final_state::none};
    bool was_revised{};
    bool was_dropped{};
};

namespace played {

// What the history says of the record of one round.
struct record {
    std::string reported_by, endorsed_by, claimed_by, signed_by;
    std::string administration, substance, chosen_class;
    std::string agency; // whose it is, once another agency leads
    std::optional<std::string> reason{std::string{}};
    std::string digest; // of what was reported; empty while it may be edited
    std::string files;  // of what its files are called, as long as there is a digest
    instant reported_at{};
    bool reported_at_is_exact{};
    std::int64_t seq{}; // of the report
};

struct target : standing {
    int round{1}, newest_round{1};
    played::record record;
    std::string until; // of its last extension
    std::string last_final;
    int last_final_round{};
    std::optional<played::record> last_final_record;
    std::map<int, std::pair<std::string, played::record>> closed; // by round, with its last state
};

} // namespace played

} // namespace workflow
