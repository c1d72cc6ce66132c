#pragma once
// How an appointment is read wherever it is read: with the names of its holder, agency and region.
#include "persistence/sql/statement.hpp"
#include "workflow/people/person.hpp"
#include <functional>
#include <vector>

namespace persistence {

// All appointments; to be narrowed by " AND …". p the appointment, u its user, r its region, g its
// agency.
statement select_appointments(unit_of_work&);
// The same of what `source` adds: "appointments p", or what it is joined to.
statement select_appointments(unit_of_work&, const std::function<void(statement&)>& source);
// Only those that hold on the day and whose holder is not disabled.
void add_holds_on(statement&, workflow::date day);
// Whoever the holder is.
void add_in_force_on(statement&, workflow::date day);

workflow::appointment appointment_in(const soci::row&); // its columns first

std::vector<workflow::appointment> read_appointments(statement&);

} // namespace persistence
