#pragma once
// What people must be told, written in the transaction that decides it. A notice has a unique key,
// so that nobody is told twice however often it is asked for; a message gathers one person's
// notices: those of one transaction, or the digest that leaves at 07:30 of a working day.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/reminding/ladder.hpp"
#include "workflow/things/world.hpp"
#include <vector>

namespace persistence {

// Notices of a step. Those that wait go to the next 07:30 of a working day of the plan's region;
// the others become one message a person, due now. Precondition: the events have their numbers.
void store_notices(unit_of_work&, const workflow::world&, const std::vector<workflow::notice>&,
                   const std::vector<workflow::event>&);

// Reminders go into the digest of their morning. When that morning is another day than today, or
// its digest has left already, they go into the next one: nobody gets two digests a day, unless
// only a second one comes before the deadline.
void store_ladder(unit_of_work&, const workflow::calendar&, const std::vector<workflow::reminder>&);

} // namespace persistence
