// One statement for each kind of time.
#include "persistence/nouns/wrong_times.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/days/clock_watch.hpp"

namespace persistence {
namespace {

using namespace std::chrono_literals;

// Longer than any pause between two tries (notifications/attempts.cpp) and than any sending.
constexpr auto pause_max = 6h;
constexpr auto sending_max = 10min;

workflow::instant ahead_of(unit_of_work& unit)
{
    return unit.now() + workflow::clock_difference_max;
}

// Steps of the ladder that were reached in the wrong time alone. Without them the ladder is climbed
// again; with them it would count as told.
void forget_reminders(unit_of_work& unit)
{
    statement(unit,
              "DELETE FROM notices WHERE (rule_name LIKE 'H-%' OR rule_name LIKE 'H+%') "
              "AND message_id IN (SELECT id FROM messages WHERE state = 'ready' "
              "AND attempts = 0 AND created_at > :ahead)",
              {ahead_of(unit)})
        .change();
    statement(unit,
              "DELETE FROM messages WHERE state = 'ready' AND attempts = 0 "
              "AND created_at > :ahead AND id NOT IN (SELECT message_id FROM notices)",
              {ahead_of(unit)})
        .change();
}

void free_messages(unit_of_work& unit)
{
    statement(unit,
              "UPDATE messages SET created_at = :now, due_instant = :now2, next_attempt = :now3 "
              "WHERE state = 'ready' AND created_at > :ahead",
              {unit.now(), unit.now(), unit.now(), ahead_of(unit)})
        .change();
    statement(unit,
              "UPDATE messages SET next_attempt = :now WHERE state = 'ready' AND attempts > 0 "
              "AND next_attempt > :far",
              {unit.now(), ahead_of(unit) + pause_max})
        .change();
    statement(unit,
              "UPDATE messages SET lease_until = 0 WHERE state = 'sending' AND lease_until > :far",
              {ahead_of(unit) + sending_max})
        .change();
}

} // namespace

void amend_wrong_times(unit_of_work& unit)
{
    forget_reminders(unit);
    free_messages(unit);
    statement(unit, "UPDATE idempotency SET stored_at = :now WHERE stored_at > :ahead",
              {unit.now(), ahead_of(unit)})
        .change();
}

} // namespace persistence
