#pragma once
// The kinds that plans were made with, kept by name, version and hash. A plan keeps its version for
// ever, so a file that changes under the same version is refused.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include <stdexcept>

namespace persistence {

// A file differs from what plans were made with; the sentence says what to do.
struct kind_changed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// For the start of a process: throws `kind_changed` when a known kind is kept with another hash.
void require_unchanged_kinds(unit_of_work&, const workflow::kind_registry&);

// Keeps the kind that a new plan is made with, unless it is kept already. Throws `kind_changed`.
void keep_kind(unit_of_work&, const workflow::kind&);

// The kind of a plan: the process's own, else as kept. Throws std::out_of_range when it is neither.
workflow::kind find_kind(unit_of_work&, const workflow::kind_registry&, const std::string& name,
                         int version);

} // namespace persistence
