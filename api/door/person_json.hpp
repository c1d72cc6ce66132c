#pragma once
// A person and their posts as JSON, in the contract's shapes: what signing in answers, and what the
// directory shows.
#include "persistence/nouns/users.hpp"
#include <boost/json/object.hpp>

namespace api {

boost::json::object appointment_json(const workflow::appointment&);
// With addresses and the state of the account only for who keeps the directory of its region.
boost::json::object user_json(const persistence::account&, const workflow::principal& reader);

// {"user","csrf_token"} of somebody who is signed in; an empty token is null.
std::string session_text(persistence::unit_of_work&, const workflow::principal& who,
                         const std::string& csrf);

} // namespace api
