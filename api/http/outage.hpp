#pragma once
// What outsiders hear of an exception: that it is not their fault, and a number to name. The log
// hears the rest. Called by the session, inside a catch.
#include "api/http/reply.hpp"
#include "api/http/request.hpp"

namespace api {

// Of the exception being handled: 507 when the disk is full, 503 for other outages of the database,
// 500 for anything else. Logs it with the request's id.
reply answer_to_exception(const request&);

// More requests than workers and queue can hold.
reply answer_when_overloaded(const request&);

} // namespace api
