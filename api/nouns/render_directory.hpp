#pragma once
// Agencies, days off and periods as JSON, in the contract's shapes. People: api/door/person_json.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/days/calendar.hpp"
#include "workflow/kinds/kind.hpp"
#include "workflow/people/person.hpp"
#include <boost/json/object.hpp>

namespace api {

namespace json = boost::json;

json::object agency_json(persistence::unit_of_work&, const workflow::agency&);
json::object holiday_json(const workflow::holiday&);
json::object period_json(const workflow::kind&, int first_year, const workflow::period&,
                         const std::string& locale);

} // namespace api
