#pragma once
// Worlds inside a handler's transaction: one to decide on, or many to look at.
#include "api/nouns/render.hpp"
#include "persistence/nouns/evidence.hpp"
#include "persistence/nouns/slices.hpp"
#include "persistence/nouns/world_store.hpp"
#include <map>

namespace api {

persistence::world_store deciding_store(const work&); // under the plan's stream
persistence::world_store looking_store(const work&);  // nothing is held, nothing can be saved

// The worlds of several plans, each read once.
class plan_worlds {
public:
    plan_worlds(const work& at, workflow::parts wanted) : at_(at), wanted_(wanted) {}

    struct seen_world {
        workflow::world world;
        viewer by;
    };
    // Precondition: there is such a plan. Valid as long as this object.
    const seen_world& of(const std::string& plan);
    // Of plans that are not known yet, as much as these things need (persistence/nouns/slices.hpp):
    // one question a resource.
    void read_slices(const std::vector<persistence::candidate>&);
    const seen_world* find(const std::string& plan) const; // of those that were read

private:
    const work& at_;
    workflow::parts wanted_;
    std::map<std::string, seen_world> known_;
};

// The target of that id in a world that holds it.
const workflow::target& target_in(const workflow::world&, const std::string& id);

// What is needed to say whether somebody may read a target's evidence.
inline constexpr workflow::parts evidence_parts =
    workflow::parts::matrix | workflow::parts::reports;

// A file that whoever asks may read. Refusal: not_found. Precondition: worlds of `evidence_parts`.
workflow::result<persistence::placed_evidence> readable_evidence(const work&, plan_worlds&,
                                                                 const std::string& id);

} // namespace api
