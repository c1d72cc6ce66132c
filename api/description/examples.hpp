#pragma once
// Examples of the description, as a server answered them: `tests/contract/run` keeps them and holds
// them against what it is answered (docs/decisions/0054).
#include <boost/json/value.hpp>
#include <string_view>

namespace api {

// Null where none was kept.
const boost::json::value* example_body_of(std::string_view operation);
const boost::json::value* example_answer_of(std::string_view operation);
const boost::json::value* example_problem(int status);

} // namespace api
