#pragma once
// What a look ahead starts from: plans that are not over, everybody who will hold a post around
// them, and whether the year's days off are known.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/people/person.hpp"
#include "workflow/people/region.hpp"
#include <vector>

namespace persistence {

struct live_plan {
    std::string id;
    std::string region;
    std::string zone;
    std::string kind;
    bool was_shown{}; // some revision of it was submitted or registered
};

// Plans with a revision that is open or in force, in the region and below, by region and id.
std::vector<live_plan> live_plans(unit_of_work&, const std::string& region);

// As posts_around, of every day of the span; each post says on which days it holds.
std::vector<workflow::appointment> posts_between(unit_of_work&, const workflow::region&,
                                                 workflow::date first, workflow::date last);

// Whether any national day off of the year is known.
bool has_holidays(unit_of_work&, int year);

} // namespace persistence
