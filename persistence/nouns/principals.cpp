// Principals from users and appointments.
#include "persistence/nouns/principals.hpp"
#include "persistence/nouns/appointment_rows.hpp"

namespace persistence {

// One question, for it is asked twice with every request. Somebody without a post is one row with
// an empty one.
std::optional<workflow::principal> load_principal(unit_of_work& unit, const std::string& user,
                                                  workflow::date today)
{
    std::optional<workflow::principal> out;
    statement find(unit, "SELECT COALESCE(p.id, ''), COALESCE(p.version, 0), u.id, u.name, "
                         "COALESCE(p.role, ''), COALESCE(p.agency, ''), COALESCE(g.name, ''), "
                         "COALESCE(p.region, ''), COALESCE(r.name, ''), COALESCE(p.from_day, ''), "
                         "COALESCE(p.to_day, ''), COALESCE(p.acting, 0), u.locale FROM users u "
                         "LEFT JOIN appointments p ON p.user_id = u.id");
    add_in_force_on(find, today);
    find.add(" LEFT JOIN regions r ON r.code = p.region LEFT JOIN agencies g ON g.id = p.agency "
             "WHERE u.disabled = 0 AND u.id = ",
             user);
    find.add(" ORDER BY p.from_day, p.id");
    find.each([&](const soci::row& row) {
        if (!out) {
            out.emplace();
            out->user = {text(row, 2), text(row, 3)};
            out->locale = text(row, 12);
        }
        if (!text(row, 0).empty()) out->appointments.push_back(appointment_in(row));
    });
    return out;
}

} // namespace persistence
