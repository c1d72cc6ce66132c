#pragma once
// What a clock that was ahead has left behind, set right: each of these would stand still until the
// clock that is right has come so far.
#include "persistence/sql/unit_of_work.hpp"

namespace persistence {

// Messages: reminders that only the wrong time made due are forgotten and will be due in theirs;
// what a decision made, and what waits for another try, leaves now; one that is held for longer
// than a sending takes is free. Stored answers are kept seven days from now. Cheap where there is
// nothing.
void amend_wrong_times(unit_of_work&);

} // namespace persistence
