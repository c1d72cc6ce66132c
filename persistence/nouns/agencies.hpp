#pragma once
// The agencies of a region. Everybody signed in sees them; administrators of the region keep them.
#include "persistence/sql/page.hpp"
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/people/directory_forms.hpp"
#include "workflow/people/person.hpp"

namespace persistence {

// As it stands, without asking who: for the demo, imports and the command line.
void insert_agency(unit_of_work&, const workflow::new_agency&);

// Refusals: forbidden, invalid, conflict (the region has one of that name).
workflow::result<workflow::agency> create_agency(unit_of_work&, const workflow::principal&,
                                                 const workflow::new_agency&);
// Refusals: not_found, forbidden, invalid, conflict, stale.
workflow::result<workflow::agency> change_agency(unit_of_work&, const workflow::principal&,
                                                 const std::string& id,
                                                 const workflow::agency_changes&,
                                                 std::int64_t version);
std::optional<workflow::agency> find_agency(unit_of_work&, const std::string& id);
// All of the region, by name: to find one by name or short name.
std::vector<workflow::agency> agencies_of(unit_of_work&, const std::string& region);
// By region, name and id; `region` empty: all. Refusal: malformed cursor.
workflow::result<page<workflow::agency>> list_agencies(unit_of_work&, const std::string& region,
                                                       const page_request&);

} // namespace persistence
