#pragma once
// Plans and the heads of their revisions: making one, its title, lists. What a principal may not
// see is not found.
#include "persistence/nouns/visible.hpp"
#include "persistence/sql/page.hpp"
#include "workflow/step/step.hpp"
#include "workflow/things/plan.hpp"
#include "workflow/things/world.hpp"
#include <functional>
#include <map>

namespace persistence {

// Makes the plan's row and its stream; `workflow::begin_plan` and `world_store::save` then make its
// first revision. Refusal: conflict while a plan of its region and kind is live that has one of its
// years.
workflow::result<void> insert_plan(unit_of_work&, const workflow::plan&,
                                   const workflow::reference& created_by);

// Refusals: not_found, stale. Writes under the plan's stream. Whether the principal may is checked
// before, on its world.
workflow::result<void> change_title(unit_of_work&, const std::string& plan,
                                    const std::string& title, std::int64_t version);

// A plan as somebody sees it: with the heads of the revisions that they see, by number.
struct plan_seen {
    workflow::plan plan;
    std::vector<workflow::revision> revisions;
    workflow::instant created_at{};

    const workflow::revision* open() const;
    const workflow::revision* in_force() const; // in force, or closed
    const workflow::revision& current() const; // the open one, else the one in force, else the last
};

workflow::result<plan_seen> find_plan(unit_of_work&, const workflow::principal&,
                                      const std::string& plan);

struct plan_filter {
    std::string kind, region, state; // empty: any
    std::optional<int> year;
};
workflow::result<page<plan_seen>> list_plans(unit_of_work&, const workflow::principal&,
                                             const plan_filter&, const page_request&);

// The plan a thing belongs to: one with a machine, an action, evidence or a document. Nothing when
// there is no such thing. Says nothing about who may see it.
std::optional<std::string> plan_of(unit_of_work&, const workflow::subject&);

// And that plan's stream, locked (unit_of_work.hpp).
std::optional<stream> lock_stream_of(unit_of_work&, const workflow::subject&);

// Without any check: for the engine.
std::optional<workflow::plan> read_plan(unit_of_work&, const std::string& plan);
struct plan_head {
    workflow::plan plan;
    workflow::region place;
    workflow::region parent; // empty for the nation
};
std::optional<plan_head> read_head(unit_of_work&, const std::string& plan);
std::vector<plan_head> read_heads(unit_of_work&, const std::vector<std::string>& plans);
std::vector<workflow::revision> read_revisions(unit_of_work&,
                                               const std::string& plan); // no actions
bool has_matrix(const workflow::revision&); // whose actions a world holds
const workflow::revision* numbered(const workflow::world&, int revision); // null: not there
using revisions_by_plan = std::map<std::string, std::vector<workflow::revision>>;
revisions_by_plan read_revisions(unit_of_work&, const std::vector<std::string>& plans);
void write_plan(unit_of_work&, const workflow::world& before, const workflow::world& after);
void write_revision(unit_of_work&, const workflow::world& after, const workflow::revision&,
                    const workflow::revision* before);
// A revision came into force, and its rounds are written: it is shown to the agencies too that a
// closed round belongs to, named in its matrix or not.
void name_former_leads(unit_of_work&, const std::string& plan, int revision);

// The instant at which a revision's state began.
workflow::instant revision_since(unit_of_work&, const std::string& plan, int revision);

} // namespace persistence
