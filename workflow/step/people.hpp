#pragma once
// Who somebody is to a thing, and who could do what to it. Pure, over the posts of a world.
#include "workflow/people/held_post.hpp"
#include "workflow/step/step.hpp"
#include "workflow/things/thing.hpp"
#include <memory>

namespace workflow {

// Who a person is to a thing.
actor_set roles_of(const world&, const subject&, const principal&);

// The machine's facts for this person; `nobody` has no rights at all.
std::unique_ptr<facts> facts_of(const world&, const subject&, const principal&);
std::unique_ptr<facts> facts_for_the_engine(const world&, const machine_ref&);

// The machine that a command of this name is about, and the state it is in; empty when it is not in
// this world.
machine_ref machine_about(const world&, const subject&, std::string_view command);
std::string_view state_of(const world&, const subject&, std::string_view command);

// What of it decides who is who to it; nothing when it is not in this world.
relation relation_of(const world&, const subject&);

// Whether an appointment makes its holder one of those.
bool makes(const appointment&, who, const world&, const relation&);
bool makes(const appointment&, who, const world&, const subject&);

// The role of such a post; empty for a stage, whose role is its own, and for the engine.
std::string_view role_of(who);
// The post as such, whoever holds it.
who_can post_as(who, const world&, const subject&);

// The posts that may give a command, with holders whom four eyes do not exclude.
std::vector<who_can> who_may(const definition&, const command_word&, const world&, const subject&);

// The appointment by which a person gives the command; null when none fits.
const appointment* post_for(const command_word&, const world&, const subject&, const principal&);

// What a post around the plan is called.
held_post held_in(const world&, const appointment&);

// Whether a stage's member may vote on it: not who submitted the plan, nor who has voted.
bool may_vote(const world&, const std::string& approval, const std::string& user);

principal holder_of(const appointment&); // as if this person asked, by this post alone

} // namespace workflow
