// Dialects and error numbers.
#include "persistence/sql/dialect.hpp"
#include "persistence/sql/outage.hpp"
#include <algorithm>
#include <iterator>
#include <soci/mysql/soci-mysql.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <string_view>

namespace persistence {
namespace {

// clang-format off
const dialect dialects[] = {
    {.which = backend::sqlite, .name = "sqlite",
     .begin_write = "BEGIN IMMEDIATE",  // a deferred BEGIN fails at once when it turns to writing
     .before_read = "", .begin_read = "BEGIN",
     .for_update = "", .insert_ignore = "INSERT OR IGNORE INTO ", .table_suffix = ""},
    {.which = backend::mariadb, .name = "mariadb",
     .begin_write = "START TRANSACTION READ WRITE",  // the session's default is to read only
     .before_read = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
     .begin_read = "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",
     .for_update = " FOR UPDATE", .insert_ignore = "INSERT IGNORE INTO ",
     .table_suffix = " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin"},
};

struct meaning {
    int number;
    fault means;
};

constexpr meaning mariadb_numbers[] = {
    {1213, fault::retry},            // deadlock; on Galera also: lost at certification
    {1205, fault::retry},            // lock wait time-out
    {1020, fault::retry},            // record has changed since last read
    {1792, fault::retry},            // a write by itself: its transaction has ended before
    {1047, fault::retry},            // the node is not ready
    {8002, fault::retry}, {8022, fault::retry}, {9007, fault::retry},  // TiDB
    {1290, fault::refuses_writes}, {1836, fault::refuses_writes},  // it is read-only
    {1062, fault::unique_violation}, {1586, fault::unique_violation},
    {1040, fault::connection_lost},  // too many connections
    {1053, fault::connection_lost},  // server is shutting down
    {1158, fault::connection_lost}, {1159, fault::connection_lost},    // network, as the server
    {1160, fault::connection_lost}, {1161, fault::connection_lost},    // saw it
    {1927, fault::connection_lost}, {2000, fault::connection_lost},
    {2002, fault::connection_lost}, {2003, fault::connection_lost},
    {2006, fault::connection_lost}, {2013, fault::connection_lost},
    {2014, fault::connection_lost}, {2027, fault::connection_lost},
    {2026, fault::connection_lost},  // TLS
    {2055, fault::connection_lost},
    {1021, fault::disk_full}, {1114, fault::disk_full},
};

constexpr meaning sqlite_numbers[] = {
    {5, fault::retry},  // BUSY
    {6, fault::retry},  // LOCKED
    {13, fault::disk_full},
    {10, fault::fatal},  // IOERR
    {11, fault::fatal},  // CORRUPT
    {26, fault::fatal},  // NOTADB
    {14, fault::connection_lost},  // CANTOPEN
};
// clang-format on

template <std::size_t N> fault find(const meaning (&table)[N], int number)
{
    const auto* at = std::find_if(std::begin(table), std::end(table),
                                  [&](const meaning& m) { return m.number == number; });
    return at == std::end(table) ? fault::other : at->means;
}

fault of_sqlite(const soci::sqlite3_soci_error& error)
{
    // SOCI hands on primary codes only, so the kind of constraint stands in the text alone.
    const std::string_view text = error.what();
    if (error.result() == 19 && text.find("UNIQUE constraint") != std::string_view::npos)
        return fault::unique_violation;
    return find(sqlite_numbers, error.result());
}

} // namespace

const dialect& dialect_of(backend which)
{
    return dialects[which == backend::sqlite ? 0 : 1];
}

fault classify(const std::exception& error)
{
    if (dynamic_cast<const lost_race*>(&error)) return fault::retry;
    if (dynamic_cast<const batch_undone*>(&error)) return fault::retry;
    if (dynamic_cast<const transaction_ended*>(&error)) return fault::retry;
    if (dynamic_cast<const unreachable*>(&error)) return fault::connection_lost;
    if (dynamic_cast<const disk_full*>(&error)) return fault::disk_full;
    if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error))
        return of_sqlite(*sqlite);
    if (const auto* mariadb = dynamic_cast<const soci::mysql_soci_error*>(&error))
        return find(mariadb_numbers, static_cast<int>(mariadb->err_num_));
    return fault::other;
}

} // namespace persistence
