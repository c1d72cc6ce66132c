#pragma once
// What operations refer to: schemas, problems, headers, ways to say who one is.
#include "api/description/operation_shape.hpp"
#include <boost/json/object.hpp>

namespace api {

boost::json::object components_of(const api_shapes&, const boost::json::object& words);

// A schema of the files, or null when there is no such file.
const boost::json::object* schema_file(std::string_view name);

} // namespace api
