#pragma once
// Regions as the database knows them: data that the program brings and never takes away.
#include "persistence/sql/page.hpp"
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/people/region.hpp"
#include <map>
#include <optional>
#include <vector>

namespace persistence {

// Adds what is missing and takes over new names and zones; safe to run at every start.
void register_regions(unit_of_work&, const std::vector<workflow::region>&);

std::optional<workflow::region> find_region(unit_of_work&, const std::string& code);
// Direct children, by code.
std::vector<workflow::region> regions_below(unit_of_work&, const std::string& code);
std::map<std::string, std::vector<workflow::region>>
regions_below(unit_of_work&, const std::vector<std::string>& codes);
// All, by code. Refusal: malformed cursor.
workflow::result<page<workflow::region>> list_regions(unit_of_work&, const page_request&);

} // namespace persistence
