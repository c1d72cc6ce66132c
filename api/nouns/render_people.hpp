#pragma once
// People, posts, agencies and days as JSON, in the contract's shapes.
#include "api/door/context.hpp"
#include "persistence/nouns/users.hpp"
#include "workflow/days/calendar.hpp"
#include "workflow/kinds/kind.hpp"
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

namespace api {

namespace json = boost::json;

json::object appointment_json(const workflow::appointment&);
// With addresses and the state of the account only for who keeps the directory of its region.
json::object user_json(const persistence::account&, const workflow::principal& reader);
json::object agency_json(persistence::unit_of_work&, const workflow::agency&);
json::object holiday_json(const workflow::holiday&);
json::object period_json(const workflow::period&);

} // namespace api
