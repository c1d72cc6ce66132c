#pragma once
// Which action of a draft each row of a sheet is. Pure.
#include "workflow/matrix/matrix.hpp"
#include "workflow/things/plan.hpp"

namespace workflow {

struct matched_matrix {
    std::vector<action> actions; // as the rows leave them; without an id: new
    std::vector<matrix_problem> problems;
};

// A row with an ID is the action with that id, whatever else it says; an id that the draft does not
// have is a problem, unless the draft is empty and has nothing to be mistaken for. A row without
// one is the action with its number when the title is alike or the lead agency the same, and when
// no other action's title is more like it; else it is a problem, for it may be another action that
// was numbered anew. Two actions never get one number: those that the sheet leaves out keep theirs.
//
// Of an action that is there, only what the sheet has columns for changes; a quantity or unit
// whose column is missing stays with the target.
matched_matrix match_rows(const matrix_reading&, const matrix_frame&,
                          const std::vector<action>& there);

} // namespace workflow
