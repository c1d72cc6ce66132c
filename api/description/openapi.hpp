#pragma once
// The API's description, OpenAPI 3.1, written from the route table: what the table says of a route
// cannot differ from what the description says. Shapes are the files of api/schemas; which
// operation takes and gives which a noun with a machine says itself, and of the others the table of
// openapi_shapes.cpp.
#include "api/http/router.hpp"
#include <boost/json/object.hpp>
#include <span>

namespace api {

// What an operation takes and gives; looked up by method and pattern, as the contract names them.
struct operation_shape {
    std::string_view method;
    std::string_view pattern;
    int status{200};
    std::string_view answer{}; // a schema, or media types with a slash and | between; empty: none
    std::string_view body{};   // a schema, or a media type with a slash; empty: none
    bool list{};               // {"items":[answer],"next"}
};
std::span<const operation_shape> operation_shapes(); // of all that has no machine

struct api_shapes {
    std::vector<operation_shape> operations;
    // Schemas of what takes commands. The answer to these is `<schema>_answer`: the thing, the
    // event and the commands open now, unless a file of that name says more.
    std::vector<std::string_view> commanded;
};
const operation_shape* shape_of(const route&, const api_shapes&); // null: none was written

boost::json::object openapi_document(const std::vector<route>&, const api_shapes&);

// GET /openapi.json for these routes and itself. Public, the same for everybody.
std::vector<route> openapi_routes(const std::vector<route>&, const api_shapes&);

} // namespace api
