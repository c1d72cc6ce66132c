#pragma once
// Small pieces of JSON as every shape of the contract writes them: what is absent is null, never
// left out.
#include "workflow/days/clock.hpp"
#include "workflow/words/reference.hpp"
#include <boost/json/value.hpp>
#include <optional>
#include <string>

namespace api {

namespace json = boost::json;

json::value reference_json(const workflow::reference&); // null when the id is empty
json::value date_json(const std::optional<workflow::date>&);
json::value number_json(const std::optional<double>&); // whole ones without a fraction
json::value text_or_null(const std::string&);

} // namespace api
