// rampung migrate: the schema to this binary's version, and the regions it knows.
#include "api/verbs/verb_database.hpp"

namespace api {

int migrate(const database_at& database)
{
    return with_database(database, schema::brought_up, [](persistence::database&) { return done; });
}

} // namespace api
