// The one row of the installation. Its place in time is the start of a process; two that start at
// once meet at the lease below and the loser reads what the winner wrote.
#include "persistence/nouns/installation.hpp"
#include "persistence/nouns/leases.hpp"
#include "persistence/sql/statement.hpp"

namespace persistence {

std::string installation_id(unit_of_work& unit, const std::string& fresh)
{
    if (const auto known = one_text({unit, "SELECT id FROM installation"})) return *known;
    // The lease's row is the same for all, so of two that insert it at once one is run again.
    take_lease(unit, "installation", fresh, std::chrono::seconds{0});
    if (const auto known = one_text({unit, "SELECT id FROM installation"})) return *known;
    statement(unit, "INSERT INTO installation(id) VALUES (:id)", {fresh}).change_one();
    return fresh;
}

} // namespace persistence
