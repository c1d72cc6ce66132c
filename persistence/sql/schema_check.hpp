#pragma once
// Whether a database is one that this program may work on: its own, and comparing text by bytes.
// Each refusal is a `migration_refused` whose sentence says what to do.
#include "persistence/sql/dialect.hpp"
#include <soci/soci.h>

namespace persistence {

// Before the first migration: refuses a database in which somebody else has tables.
void require_nobody_elses(soci::session&, const dialect&);

// Refuses a MariaDB in which a column of text has another collation than utf8mb4_bin: uniqueness
// and order would mean something else than on SQLite and to the program itself.
void require_bytewise_text(soci::session&, const dialect&);

} // namespace persistence
