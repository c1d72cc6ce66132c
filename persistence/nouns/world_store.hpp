#pragma once
// What is remembered of a plan, as the engine wants it: a world is loaded under the plan's stream,
// stepped by `workflow`, and saved with its events and notices in the same transaction.
//
//     world_store store({unit, kinds, new_id});
//     auto world = store.load(principal, {"reviews", id}, workflow::parts::whole);
//     auto done = workflow::step(environment, *world, {"reviews", id}, command, principal);
//     store.save(*world, *done);
//
// Lives as long as its transaction and belongs to its thread.
#include "persistence/chain/history.hpp"
#include "persistence/nouns/visible.hpp"
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include "workflow/step/store.hpp"
#include <functional>
#include <map>

namespace persistence {

enum class stream_use {
    locked,    // for decisions that are saved
    read_only, // for looking: what may I do, inbox, rehearsal
};

struct store_surroundings {
    unit_of_work& unit;
    const workflow::kind_registry& kinds;
    std::function<std::string()> new_id;
    stream_use use{stream_use::locked};
};

class world_store : public workflow::store {
public:
    explicit world_store(store_surroundings here) : here_(std::move(here)) {}

    // As in workflow::store. Without parts::targets a target comes with its action's cells in the
    // revision in force and in the open one, as far as parts::matrix says so; its own row always.
    workflow::result<workflow::world> load(const workflow::principal&, const workflow::subject&,
                                           workflow::parts) override;
    // For the engine itself: sweeps, and a plan whose first revision is about to be made. Null
    // when there is no such plan.
    std::optional<workflow::world> load_plan(const std::string& plan, workflow::parts);

    // Precondition: loaded by this store, with the stream locked. A sweep in which nothing
    // happened writes nothing. Throws `lost_race`.
    void save(const workflow::world& before, workflow::outcome&) override;

    // What somebody sees of a loaded plan, also after a step. For whom it was loaded it asks once:
    // only to submit names agencies anew, and who may do that sees every revision.
    visibility seen_by(const workflow::principal&, const workflow::world&);

    std::string new_id() override { return here_.new_id(); }
    workflow::instant now() override { return here_.unit.now(); }

private:
    std::optional<std::string> plan_to_load(const workflow::subject&); // locked, if need be
    bool may_see(const workflow::principal&, const workflow::subject&, const workflow::world&);
    workflow::world read_outline(const std::string& plan);
    void read_rest(workflow::world&, const workflow::subject&, workflow::parts);
    void write_rows(const workflow::world& before, const workflow::outcome&);
    void append(workflow::outcome&, stream&);

    store_surroundings here_;
    std::map<std::string, stream> streams_; // by plan, as locked

    struct known_names {
        std::string plan;
        std::string user;
        std::size_t revisions{};
        named_agencies named{};
    };
    known_names names_{};
};

} // namespace persistence
