#pragma once
// How a verb of the command line reaches its database, and what it says when it cannot. For
// api/verbs/verb_*.cpp alone.
#include "api/verbs/verbs.hpp"
#include "persistence/sql/database.hpp"
#include <boost/json/object.hpp>
#include <functional>
#include <stdexcept>
#include <string>

namespace api {

// A sentence for the operator, and exit code 2: what was asked for cannot be meant.
struct verb_refused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The same with exit code 3: there is nothing to work on.
struct no_database : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// For the security log, in the transaction of what the operator changes. A server writes it into
// its file with its next look; the command line does not know where that is.
void record_verb(persistence::unit_of_work&, std::string_view what, boost::json::object members);

// Runs the verb; what it throws becomes one sentence on standard error and an exit code.
int or_say_why(const std::function<int()>&);

enum class schema { required, brought_up };

// Opens the database, asks for its schema or brings it up, and runs the verb; its exit code. Says
// what went wrong on standard error, in one sentence. Only `brought_up` makes a file.
int with_database(const database_at&, schema, const std::function<int(persistence::database&)>&);

} // namespace api
