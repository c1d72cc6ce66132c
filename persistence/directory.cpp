// Posts around a region.
#include "persistence/directory.hpp"
#include "persistence/appointment_rows.hpp"

namespace persistence {

std::vector<workflow::appointment> posts_around(unit_of_work& unit, const workflow::region& around,
                                                workflow::date day)
{
    auto select = select_appointments(unit);
    select.add(" AND (p.region = ", around.code);
    select.add(" OR (p.region = ", workflow::parent_of(around.code));
    select.add(" AND p.role = ", workflow::role::secretariat).add("))");
    add_holds_on(select, day);
    select.add(" ORDER BY u.name, p.id");
    return read_appointments(select);
}

std::string agency_name(unit_of_work& unit, const std::string& id)
{
    return one_text({unit, "SELECT name FROM agencies WHERE id = :id", {id}}).value_or("");
}

} // namespace persistence
