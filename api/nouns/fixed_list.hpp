#pragma once
// Pages of a list that the program itself holds and that does not change while it runs.
#include "api/http/router.hpp"
#include <boost/json/array.hpp>

namespace api {

// {"items","next"} by the request's limit and cursor. Refusal: malformed cursor.
workflow::result<reply> fixed_list(const request&, const boost::json::array& all);

} // namespace api
