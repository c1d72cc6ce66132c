#pragma once
// What a request says beside its body: path, query and headers, each with a sentence and a schema.
#include "api/description/operation_shape.hpp"
#include <boost/json/array.hpp>

namespace api {

boost::json::array parameters_of(const route&, const operation_shape&, const api_shapes&);

} // namespace api
