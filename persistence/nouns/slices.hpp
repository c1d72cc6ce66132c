#pragma once
// Of several plans at once, as much of their worlds as some of their things need, to say whose turn
// each is, what may be done with it and what it is called: one question a resource, however many
// plans. Of everything else such a world knows nothing, so it is looked at and never stepped.
#include "persistence/nouns/inbox.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include "workflow/things/world.hpp"
#include <map>

namespace persistence {

struct slicing {
    unit_of_work& unit;
    const workflow::kind_registry& kinds;
    const std::vector<workflow::definition>& catalog;
};

// By plan. A thing that is not there, or superseded, is not in its world.
std::map<std::string, workflow::world> worlds_around(const slicing&, const std::vector<candidate>&);

} // namespace persistence
