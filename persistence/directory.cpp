// Posts around a region.
#include "persistence/directory.hpp"
#include "persistence/appointment_rows.hpp"
#include <algorithm>
#include <tuple>

namespace persistence {

// Read with every decision: in the order of the index, sorted here.
std::vector<workflow::appointment> posts_around(unit_of_work& unit, const workflow::region& around,
                                                workflow::date day)
{
    auto select = select_appointments(unit);
    select.add(" AND p.region IN (", around.code);
    select.add(", ", workflow::parent_of(around.code));
    select.add(") AND (p.region = ", around.code);
    select.add(" OR p.role = ", workflow::role::secretariat).add(")");
    add_holds_on(select, day);
    auto posts = read_appointments(select);
    std::sort(posts.begin(), posts.end(), [](const auto& a, const auto& b) {
        return std::tie(a.user.name, a.id) < std::tie(b.user.name, b.id);
    });
    return posts;
}

std::string agency_name(unit_of_work& unit, const std::string& id)
{
    return one_text({unit, "SELECT name FROM agencies WHERE id = :id", {id}}).value_or("");
}

} // namespace persistence
