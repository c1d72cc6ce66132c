// Stores as the engine wants them, with what this process knows.
#include "api/nouns/worlds.hpp"
#include <stdexcept>

namespace api {
namespace {

persistence::world_store store_for(const work& at, persistence::stream_use use)
{
    return persistence::world_store({at.unit, at.here.kinds, at.here.new_id, use});
}

} // namespace

persistence::world_store deciding_store(const work& at)
{
    return store_for(at, persistence::stream_use::locked);
}

persistence::world_store looking_store(const work& at)
{
    return store_for(at, persistence::stream_use::read_only);
}

const plan_worlds::seen_world& plan_worlds::of(const std::string& plan)
{
    const auto known = known_.find(plan);
    if (known != known_.end()) return known->second;
    auto w = looking_store(at_).load_plan(plan, wanted_);
    if (!w) throw std::out_of_range("there is no plan " + plan);
    viewer by = viewer_of(at_, *w);
    return known_.emplace(plan, seen_world{std::move(*w), std::move(by)}).first->second;
}

void plan_worlds::read_slices(const std::vector<persistence::candidate>& candidates)
{
    std::vector<persistence::candidate> fresh;
    for (const persistence::candidate& c : candidates)
        if (!known_.contains(c.plan)) fresh.push_back(c);
    auto worlds = persistence::worlds_around({at_.unit, at_.here.kinds, at_.here.catalog}, fresh);
    std::vector<std::string> plans;
    for (const auto& [plan, w] : worlds) plans.push_back(plan);
    const persistence::reach reach = persistence::reach_of(at_.who);
    auto named = persistence::agencies_named(at_.unit, reach, plans);
    for (auto& [plan, w] : worlds) {
        viewer by{at_, persistence::visibility_in(named[plan], reach, w)};
        known_.emplace(plan, seen_world{std::move(w), std::move(by)});
    }
}

const plan_worlds::seen_world* plan_worlds::find(const std::string& plan) const
{
    const auto known = known_.find(plan);
    return known == known_.end() ? nullptr : &known->second;
}

workflow::result<persistence::placed_evidence>
readable_evidence(const work& at, plan_worlds& worlds, const std::string& id)
{
    auto found = persistence::find_evidence(at.unit, at.who, id);
    if (!found) return found.error();
    const auto& [w, by] = worlds.of(found->plan);
    if (!may_read_evidence(w, target_in(w, found->target), found->evidence, by))
        return workflow::refusal{workflow::errc::not_found, {"not_found"}};
    return std::move(*found);
}

const workflow::target& target_in(const workflow::world& w, const std::string& id)
{
    for (const workflow::target& t : w.targets)
        if (t.id == id) return t;
    throw std::out_of_range("there is no target " + id + " in this world");
}

} // namespace api
