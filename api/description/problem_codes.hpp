#pragma once
// Every code that a problem document can carry, with its status and its sentence in both languages:
// for the description, and for the page docs/errors.md.
#include <boost/json/object.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace api {

struct problem_code {
    std::string_view code;
    int status{};
    std::string_view indonesian, english; // the title
};
std::vector<problem_code> all_problem_codes();

// A string with these codes as its only values.
boost::json::object problem_code_schema();

} // namespace api
