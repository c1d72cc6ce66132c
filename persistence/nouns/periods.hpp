#pragma once
// The dates of a kind's periods as a region has moved them in one year.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/kinds/kind.hpp"
#include "workflow/people/person.hpp"
#include "workflow/words/error.hpp"
#include <map>
#include <string>
#include <vector>

namespace persistence {

struct period_year {
    std::int64_t version{1};               // 1: nothing was ever moved
    std::vector<workflow::period> items{}; // all of the kind, moved or not
};

// Precondition: the region exists.
period_year get_periods(unit_of_work&, const workflow::kind&, const workflow::region&, int year);

struct new_periods {
    int year{};
    std::vector<workflow::period> items; // the moved ones; the others follow the kind
    std::int64_t version{};              // that was read
};
// Replaces what was moved. For the region's administrators. Refusals: forbidden, invalid (unknown
// or repeated code, dates out of order), stale.
workflow::result<period_year> put_periods(unit_of_work&, const workflow::principal&,
                                          const workflow::kind&, const workflow::region&,
                                          const new_periods&);

// How many targets of plans in force were closed as not reported, by period. Moved dates open none
// of them again.
std::map<std::string, std::int64_t> lapsed_targets(unit_of_work&, const workflow::kind&,
                                                   const workflow::region&, int year);

} // namespace persistence
