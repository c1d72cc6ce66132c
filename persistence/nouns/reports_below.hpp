#pragma once
// What a report sees of the regions below: their reports on the same periods.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/people/region.hpp"
#include "workflow/things/world.hpp"
#include <map>

namespace persistence {

struct child_key {
    std::string parent_region;
    std::string kind;
    int year{};
    friend auto operator<=>(const child_key&, const child_key&) = default;
};
// Reports of the plans in force directly below: period and report. Names are left empty.
using reports_below = std::vector<std::pair<std::string, workflow::child_report>>;
reports_below read_reports_below(unit_of_work&, const child_key&);

// The same below several regions at once.
std::map<child_key, reports_below> read_reports_below(unit_of_work&,
                                                      const std::vector<std::string>& regions);
// One entry per region below and period; without a plan in force its id is empty.
void put_children(workflow::world&, const std::vector<workflow::region>& below,
                  const reports_below&);

} // namespace persistence
