#pragma once
// What a plan needs to know of the people around it.
#include "persistence/nouns/regions.hpp"
#include "workflow/people/person.hpp"
#include <map>
#include <set>

namespace persistence {

// The appointments that hold on the day: the region's own, and the secretariat of the region
// above. Holders who are disabled are left out. By name of holder, without the regions' names.
std::vector<workflow::appointment> posts_around(unit_of_work&, const workflow::region&,
                                                workflow::date day);

// The same for several regions on one day, by region; of those in `secretariats_only` no other
// posts than that role's.
std::map<std::string, std::vector<workflow::appointment>>
posts_around(unit_of_work&, const std::set<std::string>& regions,
             const std::set<std::string>& secretariats_only, workflow::date day);

// Empty when there is no such agency.
std::string agency_name(unit_of_work&, const std::string& id);

} // namespace persistence
