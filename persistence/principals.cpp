// Principals from users and appointments.
#include "persistence/principals.hpp"
#include "persistence/appointment_rows.hpp"

namespace persistence {

std::optional<workflow::principal> load_principal(unit_of_work& unit, const std::string& user,
                                                  workflow::date today)
{
    std::optional<workflow::principal> out;
    statement(unit, "SELECT id, name, locale FROM users WHERE id = :id AND disabled = 0", {user})
        .each([&](const soci::row& row) {
            out.emplace();
            out->user = {text(row, 0), text(row, 1)};
            out->locale = text(row, 2);
        });
    if (!out) return out;
    auto select = select_appointments(unit);
    select.add(" AND p.user_id = ", user);
    add_holds_on(select, today);
    select.add(" ORDER BY p.from_day, p.id");
    out->appointments = read_appointments(select);
    return out;
}

} // namespace persistence
