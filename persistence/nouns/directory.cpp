// Posts around a region.
#include "persistence/nouns/directory.hpp"
#include "persistence/nouns/appointment_rows.hpp"
#include <algorithm>
#include <tuple>

namespace persistence {

namespace {

// Read with every decision, some seventy of a province: nothing is joined that nobody asks for.
std::vector<workflow::appointment> read_posts(unit_of_work& unit, const workflow::region& around,
                                              workflow::date day)
{
    statement select(unit, "SELECT p.id, p.version, p.user_id, u.name, p.role, p.agency, "
                           "COALESCE(g.name, ''), p.region, '', p.from_day, p.to_day, p.acting "
                           "FROM appointments p JOIN users u ON u.id = p.user_id "
                           "LEFT JOIN agencies g ON g.id = p.agency WHERE p.version > 0");
    select.add(" AND p.region IN (", around.code);
    select.add(", ", workflow::parent_of(around.code));
    select.add(") AND (p.region = ", around.code);
    select.add(" OR p.role = ", workflow::role::secretariat).add(")");
    add_holds_on(select, day);
    auto posts = read_appointments(select); // in the order of the index
    std::sort(posts.begin(), posts.end(), [](const auto& a, const auto& b) {
        return std::tie(a.user.name, a.id) < std::tie(b.user.name, b.id);
    });
    return posts;
}

} // namespace

std::vector<workflow::appointment> posts_around(unit_of_work& unit, const workflow::region& around,
                                                workflow::date day)
{
    return unit.once_a_batch("posts " + around.code + " " + workflow::iso(day),
                             [&] { return read_posts(unit, around, day); });
}

std::string agency_name(unit_of_work& unit, const std::string& id)
{
    return one_text({unit, "SELECT name FROM agencies WHERE id = :id", {id}}).value_or("");
}

} // namespace persistence
