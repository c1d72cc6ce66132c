// Session set-up, one function per database.
#include "persistence/session.hpp"
#include "persistence/outage.hpp"
#include <mutex>
#include <mysql.h>
#include <soci/mysql/soci-mysql.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <thread>

namespace persistence {
namespace {

using session_pointer = std::unique_ptr<connection>;

// The client library wants one initialisation before any thread uses it.
void initialise_mariadb_once()
{
    static std::once_flag once;
    std::call_once(once, [] {
        if (mysql_library_init(0, nullptr, nullptr) != 0)
            throw unreachable("the MariaDB client library cannot be initialised");
    });
}

// And its per-thread state, given back when the thread ends.
struct mariadb_thread {
    mariadb_thread() { mysql_thread_init(); }
    ~mariadb_thread() { mysql_thread_end(); }
};

// A value inside SOCI's connect string: quoted, with its two special characters escaped.
std::string quoted(std::string_view text)
{
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'' || c == '\\') out += '\\';
        out += c;
    }
    return out + "'";
}

std::string connect_string(const address& where, purpose why)
{
    const auto seconds = why == purpose::migrating ? migration_seconds_max : statement_seconds_max;
    std::string out = "db=" + quoted(where.name) + " user=" + quoted(where.user);
    if (!where.password.empty()) out += " password=" + quoted(where.password);
    if (where.socket.empty())
        out += " host=" + quoted(where.host) + " port=" + std::to_string(where.port);
    else
        out += " unix_socket=" + quoted(where.socket);
    out += " charset=utf8mb4 local_infile=0";
    out += " connect_timeout=" + std::to_string(connect_seconds_max.count());
    out += " read_timeout=" + std::to_string(seconds.count());
    out += " write_timeout=" + std::to_string(seconds.count());
    return out;
}

session_pointer open_mariadb(const address& where, purpose why)
{
    initialise_mariadb_once();
    thread_local const mariadb_thread this_thread;
    auto out = std::make_unique<connection>(soci::mysql, connect_string(where, why));
    auto& sql = out->sql;
    // Uniqueness, order and cursors must mean the same as on SQLite: bytes.
    sql << "SET NAMES utf8mb4 COLLATE utf8mb4_bin";
    // SOCI escapes values with backslashes; under the other mode that would be an injection.
    std::string mode;
    sql << "SELECT @@GLOBAL.sql_mode", soci::into(mode);
    if (mode.find("NO_BACKSLASH_ESCAPES") != std::string::npos)
        throw unreachable("the server runs with sql_mode NO_BACKSLASH_ESCAPES, found '" + mode +
                          "'; remove it from the server's configuration");
    sql << "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";
    sql << "SET SESSION sql_mode='STRICT_ALL_TABLES', innodb_lock_wait_timeout=5, autocommit=1";
    return out;
}

// No session is used by two threads at once, so SQLite need not lock each of them at every call
// (measured: 4 of 100 of a command). Only the first call in a process can choose.
void initialise_sqlite_once()
{
    static std::once_flag once;
    std::call_once(once, [] { sqlite_api::sqlite3_config(SQLITE_CONFIG_MULTITHREAD); });
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

session_pointer open_sqlite(const address& where, purpose why)
{
    initialise_sqlite_once();
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
    return out;
}

} // namespace

session_pointer open_session(const address& where, purpose why)
{
    const std::string place = where.which == backend::sqlite ? where.path
                              : where.socket.empty()         ? where.host + "/" + where.name
                                                             : where.socket + "/" + where.name;
    try {
        return where.which == backend::sqlite ? open_sqlite(where, why) : open_mariadb(where, why);
    } catch (const soci::soci_error& error) {
        throw unreachable("the database " + place + " cannot be opened: " + error.what());
    }
}

} // namespace persistence
