// One question for all of a plan; the edits themselves are written with what is edited.
#include "persistence/nouns/edits.hpp"

namespace persistence {

edits read_edits(unit_of_work& unit, const std::string& plan)
{
    edits found;
    statement(unit,
              "SELECT id, edited_at FROM plans WHERE id = :plan AND edited_at > 0 UNION ALL "
              "SELECT id, edited_at FROM targets WHERE plan = :same_plan AND edited_at > 0 UNION "
              "ALL SELECT id, edited_at FROM reports WHERE plan = :this_plan AND edited_at > 0",
              {plan, plan, plan})
        .each([&](const soci::row& row) { found.emplace(text(row, 0), instant_in(row, 1)); });
    return found;
}

} // namespace persistence
