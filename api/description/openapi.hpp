#pragma once
// The API's description, OpenAPI 3.1, written from the route table: what the table says of a route
// cannot differ from what the description says. Shapes are the files of api/schemas; which
// operation takes and gives which a noun with a machine says itself, and of the others the table of
// openapi_shapes.cpp. What an operation is for stands in operations.md, and examples, as they were
// answered, in examples/ (docs/decisions/0054).
#include "api/description/operation_shape.hpp"
#include "api/http/router.hpp"
#include <boost/json/object.hpp>

namespace api {

// `words`: the schemas of closed lists of words, by name, which files of api/schemas refer to.
boost::json::object openapi_document(const std::vector<route>&, const api_shapes&,
                                     const boost::json::object& words = {});

// GET /openapi.json for these routes and itself. Public, the same for everybody.
std::vector<route> openapi_routes(const std::vector<route>&, const api_shapes&,
                                  const boost::json::object& words = {});

} // namespace api
