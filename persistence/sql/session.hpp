#pragma once
// A session with the database, and how one is opened on SQLite: WAL, full synchronisation, foreign
// keys. MariaDB's are opened by mariadb_session.hpp, either by session_opener.hpp. A session
// belongs to one thread at a time and owns what it has prepared.
#include "persistence/sql/address.hpp"
#include "persistence/sql/prepared.hpp"
#include <chrono>
#include <memory>
#include <soci/soci.h>

namespace persistence {

// Together less than the deadline of a request: who finds its server stopped still looks for
// another one, and answers in time.
inline constexpr std::chrono::seconds connect_seconds_max{2}; // a host
inline constexpr std::chrono::seconds statement_seconds_max{6};
inline constexpr std::chrono::seconds lock_seconds_max{4}; // less than a statement
inline constexpr std::chrono::seconds idle_transaction_seconds_max{60};
inline constexpr std::chrono::seconds patient_seconds_max{3600}; // no request waits for it
inline constexpr std::chrono::seconds busy_seconds_max{5};

struct connection {
    connection(const soci::backend_factory& driver, const std::string& where) : sql(driver, where)
    {
    }
    soci::session sql;
    prepared_statements prepared{sql}; // last: ends before its session
};

enum class purpose { writing, reading, migrating }; // requests on MariaDB: always writing

// Throws `unreachable` when the file cannot be opened, or not with its write-ahead log.
std::unique_ptr<connection> open_sqlite(const address&, purpose);

} // namespace persistence
