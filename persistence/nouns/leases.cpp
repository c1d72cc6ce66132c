// The table of leases.
#include "persistence/nouns/leases.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/days/clock_watch.hpp"

namespace persistence {
namespace {

struct holding {
    std::string owner;
    workflow::instant until;
    std::int64_t number;
};

std::optional<holding> find(unit_of_work& unit, const std::string& name)
{
    std::optional<holding> out;
    statement(unit, "SELECT owner, lease_until, lease_no FROM leases WHERE name = :name", {name})
        .each([&](const soci::row& row) {
            out = {text(row, 0), instant_in(row, 1), number(row, 2)};
        });
    return out;
}

// A lease that ends later than its term allows was taken by a wrong clock, and would hold for as
// long as that clock was ahead. Who took it is fenced off like anybody who comes too late.
bool holds(const holding& held, workflow::instant now, std::chrono::seconds length)
{
    return held.until >= now && held.until <= now + length + workflow::clock_difference_max;
}

} // namespace

std::optional<lease> take_lease(unit_of_work& unit, const std::string& name,
                                const std::string& owner, std::chrono::seconds length)
{
    const auto held = find(unit, name);
    if (!held) {
        statement(unit,
                  "INSERT INTO leases(name, owner, lease_until, lease_no, renewals) "
                  "VALUES (:name, :owner, :until, 1, 0)",
                  {name, owner, unit.now() + length})
            .change();
        return lease{name, owner, 1};
    }
    if (holds(*held, unit.now(), length) && held->owner != owner) return {};
    const auto taken = statement(unit,
                                 "UPDATE leases SET owner = :owner, lease_until = :until, "
                                 "lease_no = lease_no + 1 WHERE name = :name AND lease_no = :seen",
                                 {owner, unit.now() + length, name, held->number})
                           .change();
    if (taken != 1) return {};
    return lease{name, owner, held->number + 1};
}

bool keeps(unit_of_work& unit, const lease& l, std::chrono::seconds length)
{
    // MariaDB counts only rows that change, and two renewals may fall on one instant.
    return statement(unit,
                     "UPDATE leases SET lease_until = :until, renewals = renewals + 1 "
                     "WHERE name = :name AND lease_no = :number AND lease_until <> 0",
                     {unit.now() + length, l.name, l.number})
               .change() == 1;
}

void give_back(unit_of_work& unit, const lease& l)
{
    statement(unit, "UPDATE leases SET lease_until = 0 WHERE name = :name AND lease_no = :number",
              {l.name, l.number})
        .change();
}

void note_done(unit_of_work& unit, const lease& l)
{
    statement(unit, "UPDATE leases SET done_at = :now WHERE name = :name AND lease_no = :number",
              {unit.now(), l.name, l.number})
        .change();
}

std::optional<workflow::instant> last_done(unit_of_work& unit, const std::string& name)
{
    std::optional<workflow::instant> out;
    statement(unit, "SELECT done_at FROM leases WHERE name = :name AND done_at <> 0", {name})
        .each([&](const soci::row& row) { out = instant_in(row, 0); });
    return out;
}

} // namespace persistence
