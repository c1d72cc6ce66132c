// The one SELECT of appointments.
#include "persistence/nouns/appointment_rows.hpp"
#include "persistence/sql/days.hpp"

namespace persistence {
workflow::appointment appointment_in(const soci::row& row)
{
    return {.id = text(row, 0),
            .version = number(row, 1),
            .user = {text(row, 2), text(row, 3)},
            .role = text(row, 4),
            .agency = {text(row, 5), text(row, 6)},
            .region = text(row, 7),
            .region_name = text(row, 8),
            .from = day_of(text(row, 9)),
            .to = optional_day_of(text(row, 10)),
            .acting = flag(row, 11)};
}

statement select_appointments(unit_of_work& unit, const std::function<void(statement&)>& source)
{
    statement select(unit, "SELECT p.id, p.version, p.user_id, u.name, p.role, p.agency, "
                           "COALESCE(g.name, ''), p.region, r.name, p.from_day, p.to_day, "
                           "p.acting FROM ");
    source(select);
    select.add(" JOIN users u ON u.id = p.user_id JOIN regions r ON r.code = p.region "
               "LEFT JOIN agencies g ON g.id = p.agency WHERE p.version > 0");
    return select;
}

statement select_appointments(unit_of_work& unit)
{
    return select_appointments(unit, [](statement& select) { select.add("appointments p"); });
}

void add_holds_on(statement& select, workflow::date day)
{
    select.add(" AND u.disabled = 0");
    add_in_force_on(select, day);
}

void add_in_force_on(statement& select, workflow::date day)
{
    select.add(" AND p.from_day <= ", day);
    select.add(" AND (p.to_day = '' OR p.to_day >= ", day).add(")");
}

std::vector<workflow::appointment> read_appointments(statement& select)
{
    std::vector<workflow::appointment> out;
    select.each([&](const soci::row& row) { out.push_back(appointment_in(row)); });
    return out;
}

} // namespace persistence
