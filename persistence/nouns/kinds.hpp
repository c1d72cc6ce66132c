#pragma once
// The kinds that plans were made with, kept by name, version and hash. A plan keeps its version for
// ever, so a file that changes under the same version is refused.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include "workflow/people/roles.hpp"
#include <optional>
#include <stdexcept>
#include <vector>

namespace persistence {

// A file differs from what plans were made with; the sentence says what to do.
struct kind_changed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// For the start of a process: throws `kind_changed` when a known kind is kept and says something
// else there.
void require_unchanged_kinds(unit_of_work&, const workflow::kind_registry&);

// Keeps the kind that a new plan is made with, unless it is kept already. Throws `kind_changed`.
void keep_kind(unit_of_work&, const workflow::kind&);

// The kind of a plan, in the version that it was made with: as kept, whatever files there are now;
// where nothing is kept the process's own. Throws std::out_of_range when it is neither.
workflow::kind find_kind(unit_of_work&, const workflow::kind_registry&, const std::string& name,
                         int version);

// Whether plans of that kind are made here, or were once.
bool is_kind(unit_of_work&, const workflow::kind_registry&, const std::string& name);

// The kind by which a region's year goes, and in which year its periods begin: of the plan that
// lives there (or was closed), else the newest for new plans, of one that begins then. Nothing when
// there is neither. Says nothing about who may see that plan.
struct year_rules {
    workflow::kind rules;
    int first_year{};
};
std::optional<year_rules> kind_in(unit_of_work&, const workflow::kind_registry&,
                                  const std::string& name, const std::string& region, int year);

// All that are kept, by name and version.
std::vector<workflow::kind> kept_kinds(unit_of_work&, const workflow::kind_registry&);

// All that there is a file of or that are kept, by name and version.
std::vector<workflow::kind> every_kind(unit_of_work&, const workflow::kind_registry&);

// The roles of which posts can be made: the product's, those of the chains that new plans take, and
// those of older versions while a plan of theirs is open or in force, for it may be amended.
workflow::role_table roles_to_appoint(unit_of_work&, const workflow::kind_registry&);

} // namespace persistence
