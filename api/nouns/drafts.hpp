#pragma once
// Plans as those who draft them hold them: made, loaded under their stream, answered.
#include "api/nouns/worlds.hpp"

namespace api {

// The plan's world, under its stream, for somebody who drafts it; no more of it than asked for.
// Refusals: not_found, forbidden.
workflow::result<workflow::world> world_to_draft(const work&, const std::string& plan,
                                                 workflow::parts = {});

// What one needs to know of a region before it has a plan: the place and who holds its posts.
// Nothing when there is no such region.
std::optional<workflow::world> empty_world(const work&, const std::string& region);

// Makes a plan with its first revision, of the newest version of its kind. Preconditions: kind and
// region are known, the principal may. Refusal: conflict while another one is live.
workflow::result<workflow::world> make_plan(const work&, workflow::plan);

// The plan as the caller sees it, with its commands and whether its matrix may be edited.
reply plan_reply(const work&, int status, const workflow::world&);

} // namespace api
