#pragma once
// What a kind of plan calls its phases, periods, roles, stages and pieces of evidence. Asked with
// the kind of the plan that is talked about, in the version that the plan was made with. What a
// kind does not name is called by its code, so that nothing of an old plan is without a word. Pure.
#include "workflow/kinds/kind.hpp"
#include <string_view>

namespace workflow {

bilingual phase_title(const kind&, std::string_view code);
bilingual period_title(const kind&, std::string_view code);
// As people read it of a plan that begins in that year: with its own years where the plan has
// several, "S3 2027".
bilingual period_title(const kind&, std::string_view code, int first_year);
bilingual evidence_title(const kind&, std::string_view code);
bilingual stage_title(const kind&, std::string_view name);

// Empty for a role that the kind does not name: the product's own, or another kind's.
bilingual role_of_kind(const kind&, std::string_view role);

// "2026", or "2026–2027": so many years from the first on.
std::string shown_years(int first_year, int years);
// Those in which a period's days are, of a plan that begins in that year.
std::string years_of_period(const kind&, std::string_view code, int first_year);

// Where a period stands in the kind's order; one that the kind does not have stands last.
std::size_t place_of_period(const kind&, std::string_view code);

} // namespace workflow
