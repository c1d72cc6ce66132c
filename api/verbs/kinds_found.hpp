#pragma once
// What a server that starts says of the kinds of plan: which versions there are, where each was
// found, and which of them a new plan takes.
#include "workflow/kinds/kind_registry.hpp"
#include <boost/json/object.hpp>
#include <filesystem>
#include <vector>

namespace api {

struct kinds_found {
    const workflow::kind_registry& known; // those with a file
    std::vector<workflow::kind> embedded; // of them those in the binary
    std::filesystem::path directory;      // whose the others are
    std::vector<workflow::kind> kept;     // in the database, for the plans made with them
};

// One line a version, by name and version: {"name","version","hash","found","for_new_plans"}, with
// `found` one of "embedded", the directory, "database".
std::vector<boost::json::object> lines_of(const kinds_found&);

// Of each kind whose newest plans are of a version that has no file here, while an older one has:
// new plans are made with that one. {"name","version","kept"}.
std::vector<boost::json::object> fallen_back(const kinds_found&);

void log_kinds_found(const kinds_found&); // both, to the log

} // namespace api
