#pragma once
// What an operation answers, by status: the one good answer, and every no that its row can meet.
#include "api/description/operation_shape.hpp"
#include <boost/json/object.hpp>

namespace api {

boost::json::object answers_of(const route&, const operation_shape&);

// The problems by status and the headers, which answers refer to.
boost::json::object problem_responses();
boost::json::object answer_headers();

// Whether If-None-Match is heard: what is read of the API, and stored files.
bool may_be_known(const operation_shape&);

} // namespace api
