#pragma once
// Targets with what was reported of them, their rounds and their evidence. What another agency may
// not read of one (contract, section 2) is blanked by the caller, by `visibility`.
#include "persistence/nouns/matrix.hpp"
#include "workflow/step/turn.hpp"
#include "workflow/things/target.hpp"
#include "workflow/things/world.hpp"
#include <map>

namespace persistence {

struct placed_target {
    workflow::target target; // with the evidence of its current round
    workflow::action row;    // as it stands now, only this cell
    workflow::cell cell;
    std::string plan;
    std::string region;
    std::string kind;
    int kind_version{1};
    int year{};
    int revision{}; // whose row it is
};

struct target_filter {
    std::string plan, period, agency, state; // empty: any
    std::string region{}, kind{};            // of the plan; the region alone, not those below
    std::optional<int> year{};
    std::optional<workflow::instant> updated_since{}; // its version has grown then or later
};

// Targets that were in force once, by plan, number of the action and period. `overdue` needs the
// calendar of each plan and is therefore asked of each item: `keep` may drop it.
workflow::result<page<placed_target>>
list_targets(unit_of_work&, const workflow::principal&, const target_filter&, const page_request&,
             const std::function<bool(const placed_target&)>& keep = {});
workflow::result<placed_target> find_target(unit_of_work&, const workflow::principal&,
                                            const std::string& target);

// The targets of a plan that were in force once, by agency and state, without any check.
std::vector<workflow::agency_targets> read_targets_by_agency(unit_of_work&,
                                                             const std::string& plan);

// What staff write while a target is open; absent members stay. Refusals: not_found, stale;
// wrong_state unless it is open. Writes the target's row, which every command on it writes too.
struct achievement_change {
    std::optional<std::string> achievement, obstacles, follow_up;
    std::optional<std::optional<double>> achieved_quantity; // set to nothing: null
};
workflow::result<workflow::target> save_achievement(unit_of_work&, const std::string& target,
                                                    const achievement_change&,
                                                    std::int64_t version);

// Former rounds with what was said in them, first to last.
std::vector<workflow::closed_round> read_rounds(unit_of_work&, const std::string& target);

// For the engine, without a check: all of a plan's, or one.
std::vector<workflow::target> read_targets(unit_of_work&, const std::string& plan);
std::optional<workflow::target> read_target(unit_of_work&, const std::string& target);

// Where they stand now, each with its own row of the matrix alone.
std::vector<placed_target> read_targets(unit_of_work&, const std::vector<std::string>& ids);
// All of these plans, or of one period: no more than where they are. By plan.
struct targets_asked {
    std::string plan, period; // an empty period: all
};
std::map<std::string, std::vector<workflow::target>>
read_target_states(unit_of_work&, const std::vector<targets_asked>&);
// Former rounds of several targets, each first to last.
std::map<std::string, std::vector<workflow::closed_round>>
read_rounds(unit_of_work&, const std::vector<std::string>& targets);

// `before` null: a new row. Throws `lost_race` when the row has another version than `before`.
void write_target(unit_of_work&, const std::string& plan, int revision, const workflow::target&,
                  const workflow::target* before);
void write_round(unit_of_work&, const workflow::closed_round&);
// A revision came into force: its cells say from now on what is wanted of their targets.
void place_targets(unit_of_work&, const revision_key&);

} // namespace persistence
