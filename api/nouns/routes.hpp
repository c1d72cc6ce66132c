#pragma once
// Every route of the API, gathered from the nouns. Handlers keep a reference to the context, which
// must outlive them.
#include "api/description/openapi.hpp"
#include "api/door/context.hpp"
#include "api/http/router.hpp"

namespace api {

std::vector<route> all_routes(const context&);
const api_shapes& all_shapes(); // what they take and give

// Nouns without a machine and without a header of their own.
std::vector<route> revision_routes(const context&);    // revisions.cpp
std::vector<route> matrix_file_routes(const context&); // matrix_files.cpp
std::vector<route> document_routes(const context&);    // documents.cpp
std::vector<route> action_routes(const context&);      // actions.cpp
std::vector<route> comment_routes(const context&);     // comments.cpp

} // namespace api
