#pragma once
// What an operation takes and gives, one row an operation, written beside the routes themselves.
#include "api/http/router.hpp"
#include <span>

namespace api {

// Looked up by method and pattern, as the contract names them.
struct operation_shape {
    std::string_view method;
    std::string_view pattern;
    int status{200};
    // A schema, or media types with a slash and | between, each with a schema after a colon where
    // it has one; empty: none.
    std::string_view answer{};
    std::string_view body{};    // a schema, or a media type with a slash; empty: none
    bool list{};                // {"items":[answer],"next"}
    std::string_view refused{}; // the schema of a 422 that says more than a problem does
};
std::span<const operation_shape> operation_shapes(); // of all that has no machine

struct commanded_thing {
    std::string_view resource; // in addresses: reviews
    std::string_view singular; // in names of schemas: review, review_answer
};

struct api_shapes {
    std::vector<operation_shape> operations;
    // What takes commands. The answer to these is `<singular>_answer`: the thing, the event and the
    // commands open now, unless a file of that name says more.
    std::vector<commanded_thing> commanded;
};
const operation_shape* shape_of(const route&, const api_shapes&); // null: none was written

// The thing with a machine whose routes begin so; null for all others.
const commanded_thing* commanded_at(std::string_view pattern, const api_shapes&);

} // namespace api
