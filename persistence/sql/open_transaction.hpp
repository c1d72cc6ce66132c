#pragma once
// What the client library of a database was last told about its transaction. MariaDB says so with
// every answer but an error, SQLite knows it itself.
#include <soci/soci.h>

namespace persistence {

// Whether a transaction is open on the session, without asking the server.
bool in_transaction(soci::session&);

} // namespace persistence
