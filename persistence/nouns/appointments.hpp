#pragma once
// Posts and who holds them, from one day to another, the last one included. Seen by their holders,
// by the secretariat of the region and by its administrators, who keep them.
#include "persistence/sql/page.hpp"
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/people/directory_forms.hpp"
#include "workflow/people/person.hpp"

namespace persistence {

struct appointment_filter {
    std::string user{}; // ids and codes; empty: all
    std::string agency{};
    std::string region{};
    std::optional<workflow::date> day{}; // only those that hold then
};

// As it stands; the region is the agency's where there is one, and the account's code dies. For the
// demo and the command line.
void insert_appointment(unit_of_work&, const workflow::new_appointment&);

// `roles`: those that exist (roles_to_appoint). Refusals: forbidden, invalid. A code that was
// made for the account before dies.
workflow::result<workflow::appointment> create_appointment(unit_of_work&,
                                                           const workflow::principal&,
                                                           const workflow::new_appointment&,
                                                           const workflow::role_table& roles);
// Today is its last day; the account's code dies. Refusals: not_found, forbidden, guard (it is over
// already), stale.
workflow::result<workflow::appointment> end_appointment(unit_of_work&, const workflow::principal&,
                                                        const std::string& id, std::int64_t version,
                                                        workflow::date today);
workflow::result<workflow::appointment> find_appointment(unit_of_work&, const workflow::principal&,
                                                         const std::string& id);
// By region, then id. Refusal: malformed cursor.
workflow::result<page<workflow::appointment>> list_appointments(unit_of_work&,
                                                                const workflow::principal&,
                                                                const appointment_filter&,
                                                                const page_request&);

} // namespace persistence
