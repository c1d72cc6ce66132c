#pragma once
// Which action of a draft each row of a sheet is, and what becomes of those that are there. Pure.
//
// A row with an ID is the action with that id, whatever else it says; an id that the draft does not
// have is a problem, unless the draft is empty and has nothing to be mistaken for. A row without
// one is beyond doubt the action with its number when the title is the same, or alike and the lead
// agency the same too. All else is asked: a title that is another action's ("renumbered"), and a
// number whose action has another title ("unsure"). Until it is answered, nobody inherits anything.
//
// Actions that no row is are kept unless an answer removes them ("missing"); two never get one
// number: who is kept makes room, and that is said. An action that was edited since the sheet was
// written (its version is in the sheet) stays as it is unless an answer takes the sheet's
// ("changed_since").
#include "workflow/matrix/matrix.hpp"
#include "workflow/things/plan.hpp"

namespace workflow {

// What becomes of one action, or of a row that is none yet.
struct matrix_change {
    enum class form { added, changed, same, renumbered, missing, unsure };
    form is{};
    std::optional<action> before{}; // in the draft; none: it is new
    std::optional<action> after{};  // by the sheet; none: it is removed
    bool is_kept{};                 // the draft's stays, whatever the sheet says
    int row{};                      // of the sheet; 0: it is missing
    std::string sheet{};
};

struct matched_matrix {
    std::vector<action> actions;        // as they will be, of every row; without an id: new
    std::vector<action> moved{};        // that no row is, with a number that is free
    std::vector<std::string> removed{}; // ids
    std::vector<matrix_change> changes{};
    std::vector<matrix_question> questions{};
    std::vector<matrix_problem> problems;
    std::vector<matrix_problem> remarks{};
    std::vector<matrix_problem> asked{}; // row by row what nobody has answered, for who cannot
};

matched_matrix match_rows(const matrix_reading&, const matrix_frame&,
                          const std::vector<action>& there, const matrix_answers& = {});

} // namespace workflow
