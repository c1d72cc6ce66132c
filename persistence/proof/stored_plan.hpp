#pragma once
// Everything that is stored of one plan, for holding it against its history: superseded rows and
// former rounds too, and the files that rows name.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/kinds/kind_registry.hpp"
#include "workflow/things/stored_plan.hpp"

namespace persistence {

// Nothing when there is no such plan. Throws std::runtime_error when a stored value cannot be
// read, std::out_of_range when the plan's kind is not known.
std::optional<workflow::stored_plan> read_stored_plan(unit_of_work&, const workflow::kind_registry&,
                                                      const std::string& plan);

// A file that a row names.
struct named_file {
    std::string thing;  // evidence, document
    std::string id;     // of the row
    std::string target; // of evidence
    std::int64_t size{};
    std::string sha256;
};
std::vector<named_file> read_named_files(unit_of_work&, const std::string& plan);

} // namespace persistence
