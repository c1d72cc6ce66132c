#pragma once
// When work is done: days off and the periods of a year, as decisions see them.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/days/calendar.hpp"
#include "workflow/kinds/kind.hpp"
#include "workflow/people/region.hpp"
#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace persistence {

// National holidays, joint leave and the days of the region and of those above it, from the year
// before so many years to the year after them, in the region's zone.
workflow::calendar calendar_for(unit_of_work&, const workflow::region&, int year, int years = 1);

// The kind's periods in the year, with what was overridden for exactly this region.
std::vector<workflow::period> periods_for(unit_of_work&, const workflow::kind&,
                                          const workflow::region&, int year);

// What several plans need of both, read at once.
class calendars {
public:
    struct year_of {
        workflow::region place;
        int year{}; // the first
        int years{1};
    };
    calendars(unit_of_work&, const std::vector<year_of>&);

    // Precondition: one of those that it was made for.
    workflow::calendar calendar_for(const workflow::region&, int year, int years = 1) const;
    std::vector<workflow::period> periods_for(const workflow::kind&, const workflow::region&,
                                              int year) const;

private:
    std::map<std::string, std::vector<workflow::date>> days_off_; // by region
    std::map<std::tuple<std::string, std::string, int>, std::vector<workflow::period>> moved_;
};

// Another text whenever any day off or any date of a period, of whichever region, is another.
std::string mark_of_all_dates(unit_of_work&);

} // namespace persistence
