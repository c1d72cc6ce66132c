#pragma once
// The actions of a revision with their cells. Only drafts change; whether this one is a draft and
// whether the principal may is checked by the caller, on what `find_action` and a world say. Edits
// write the plan's stream, so that no decision is made on half a matrix.
#include "persistence/nouns/visible.hpp"
#include "persistence/sql/page.hpp"
#include "workflow/things/plan.hpp"
#include "workflow/words/error.hpp"
#include <functional>
#include <map>

namespace persistence {

using id_source = std::function<std::string()>;

struct revision_key {
    std::string plan;
    int revision{};
    friend auto operator<=>(const revision_key&, const revision_key&) = default;
};

struct placed_action {
    workflow::action action;
    std::string plan;
    int revision{};
    std::string revision_state;
};

// All of them, by number; for the engine and exports, without a check.
std::vector<workflow::action> read_actions(unit_of_work&, const revision_key&);

// The same of several revisions at once.
std::map<revision_key, std::vector<workflow::action>>
read_actions(unit_of_work&, const std::vector<revision_key>&);

// Actions of the revision asked for, else of the newest the principal sees. Refusal: not_found.
workflow::result<page<placed_action>> list_actions(unit_of_work&, const workflow::principal&,
                                                   const std::string& plan,
                                                   std::optional<int> revision,
                                                   const page_request&);
workflow::result<placed_action> find_action(unit_of_work&, const workflow::principal&,
                                            const std::string& action, std::optional<int> revision);

// A new action; its id, its cells' ids and their targets are made. Refusal: conflict when the
// number is taken in this revision.
workflow::result<workflow::action> insert_action(unit_of_work&, const revision_key&,
                                                 workflow::action, const id_source&);
// Replaces what is in the row with that id and `version`. A cell keeps its id while its period
// stays. Refusals: not_found, stale, conflict.
workflow::result<workflow::action> update_action(unit_of_work&, const revision_key&,
                                                 workflow::action, const id_source&);
// Refusals: not_found, stale.
workflow::result<void> delete_action(unit_of_work&, const revision_key&, const std::string& action,
                                     std::int64_t version);

struct import_counts {
    int added{};
    int replaced{};
};
// Rows of an imported sheet that were matched with what is there: an action with an id replaces the
// one with that id, one without is new, none is deleted. Precondition: the ids are the revision's.
import_counts import_actions(unit_of_work&, const revision_key&,
                             const std::vector<workflow::action>&, const id_source&);

// Copies of another revision's actions as they stand in a new one: for amendments.
void copy_actions(unit_of_work&, const revision_key&, const std::vector<workflow::action>&);

// The cell of a target where it stands now, whatever the state of the target.
struct owned_cell {
    workflow::action row; // without the cells of other periods
    workflow::cell cell;
};
std::optional<owned_cell> find_cell(unit_of_work&, const std::string& target);

} // namespace persistence
