#pragma once
// Opens one session the way this product needs it: pinned character set, collation and SQL mode on
// MariaDB; WAL, full synchronisation and foreign keys on SQLite. A session belongs to one thread
// at a time and owns what it has prepared.
#include "persistence/address.hpp"
#include "persistence/prepared.hpp"
#include <chrono>
#include <memory>
#include <soci/soci.h>

namespace persistence {

inline constexpr std::chrono::seconds connect_seconds_max{3};
inline constexpr std::chrono::seconds statement_seconds_max{10};
inline constexpr std::chrono::seconds migration_seconds_max{3600};
inline constexpr std::chrono::seconds busy_seconds_max{5};

struct connection {
    connection(const soci::backend_factory& driver, const std::string& where) : sql(driver, where)
    {
    }
    soci::session sql;
    prepared_statements prepared{sql}; // last: ends before its session
};

enum class purpose { writing, reading, migrating };

// Throws `unreachable` when there is no such database or it refuses us, and when its settings
// could make text mean something else than we wrote (NO_BACKSLASH_ESCAPES).
std::unique_ptr<connection> open_session(const address&, purpose);

} // namespace persistence
