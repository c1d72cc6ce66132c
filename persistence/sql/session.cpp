// The set-up of a session on SQLite.
#include "persistence/sql/session.hpp"
#include "persistence/sql/outage.hpp"
#include "persistence/sql/private_file.hpp"
#include <mutex>
#include <soci/sqlite3/soci-sqlite3.h>
#include <thread>

namespace persistence {
namespace {

// No session is used by two threads at once, so SQLite need not lock each of them at every call
// (measured: 4 of 100 of a command), nor all of them to count its memory, which nobody asks for;
// and each gets enough small pieces of memory for some dozen statements at once. Only the first
// call in a process can choose.
void initialise_sqlite_once()
{
    static std::once_flag once;
    std::call_once(once, [] {
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite_api::sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        sqlite_api::sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 1200, 256);
    });
}

// Two processes that open a new file at once exclude each other here without SQLite's own waiting.
std::string use_write_ahead_log(soci::session& sql)
{
    for (int tries = 1;; ++tries) {
        try {
            std::string mode;
            sql << "PRAGMA journal_mode=WAL", soci::into(mode);
            return mode;
        } catch (const soci::soci_error& error) {
            if (classify(error) != fault::retry || tries == 100) throw;
            std::this_thread::sleep_for(busy_seconds_max / 100.0);
        }
    }
}

std::unique_ptr<connection> open_with_pragmas(const address& where, purpose why)
{
    initialise_sqlite_once();
    if (why != purpose::reading && !where.in_memory()) keep_database_private(where.path);
    auto out = std::make_unique<connection>(soci::sqlite3, where.path);
    auto& sql = out->sql;
    sql << "PRAGMA busy_timeout=" + std::to_string(busy_seconds_max.count() * 1000);
    sql << "PRAGMA trusted_schema=OFF";
    sql << "PRAGMA foreign_keys=ON";
    if (why == purpose::reading) {
        sql << "PRAGMA query_only=ON";
        return out;
    }
    const auto mode = use_write_ahead_log(sql);
    if (mode != "wal" && !where.in_memory())
        throw unreachable("SQLite cannot use its write-ahead log at " + where.path + ", found '" +
                          mode + "'; keep the file on a local disk");
    sql << "PRAGMA synchronous=FULL";
    sql << "PRAGMA wal_autocheckpoint=8000";
    return out;
}

} // namespace

std::unique_ptr<connection> open_sqlite(const address& where, purpose why)
{
    try {
        return open_with_pragmas(where, why);
    } catch (const soci::soci_error& error) {
        throw unreachable("the database " + where.path + " cannot be opened: " + error.what());
    }
}

} // namespace persistence
