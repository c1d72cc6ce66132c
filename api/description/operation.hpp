#pragma once
// One operation of the description: a row of the route table with what it takes and gives.
#include "api/description/operation_shape.hpp"
#include <boost/json/object.hpp>

namespace api {

boost::json::object operation_of(const route&, const operation_shape&, const api_shapes&);

// The first part of the path below /api/v1: plans, me …
std::string_view tag_of(const route&);

boost::json::object reference_to(std::string_view schema);

// One media type, or several with | between them; one with a colon names a schema of its own.
boost::json::object content_of(std::string_view media_types, const boost::json::object& schema);

} // namespace api
