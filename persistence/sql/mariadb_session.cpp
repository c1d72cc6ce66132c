// The set-up of a session on MariaDB.
#include "persistence/sql/mariadb_session.hpp"
#include "persistence/sql/outage.hpp"
#include <mutex>
#include <mysql.h>
#include <soci/mysql/soci-mysql.h>

namespace persistence {
namespace {

// The client library wants one initialisation before any thread uses it.
void initialise_once()
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

// The client library reads options of its own where the host's name is expected, also those that
// SOCI does not know: TCP even to "localhost", no plain text, and that the name in the certificate
// is the host's.
std::string place_words(const address& where, const host_and_port& place)
{
    std::string host = "host=" + place.host + ";protocol=1";
    if (!where.ssl_ca.empty()) host += ";ssl-enforce=1;ssl-verify-server-cert=1";
    std::string out = " host=" + quoted(host) + " port=" + std::to_string(place.port);
    if (!where.ssl_ca.empty()) out += " sslca=" + quoted(where.ssl_ca);
    return out;
}

std::string connect_string(const address& where, const host_and_port* place, purpose why)
{
    const auto seconds = why == purpose::writing ? statement_seconds_max : patient_seconds_max;
    std::string out = "db=" + quoted(where.name) + " user=" + quoted(where.user);
    if (!where.password.empty()) out += " password=" + quoted(where.password);
    out += place ? place_words(where, *place) : " unix_socket=" + quoted(where.socket);
    out += " charset=utf8mb4 local_infile=0";
    out += " connect_timeout=" + std::to_string(connect_seconds_max.count());
    out += " read_timeout=" + std::to_string(seconds.count());
    out += " write_timeout=" + std::to_string(seconds.count());
    return out;
}

void pin_settings(soci::session& sql)
{
    const long long lock_seconds = lock_seconds_max.count();
    const long long idle_seconds = idle_transaction_seconds_max.count();
    // Uniqueness, order and cursors must mean the same as on SQLite: bytes.
    sql << "SET NAMES utf8mb4 COLLATE utf8mb4_bin";
    // SOCI escapes values with backslashes; under the other mode that would be an injection.
    std::string mode;
    sql << "SELECT @@GLOBAL.sql_mode", soci::into(mode);
    if (mode.find("NO_BACKSLASH_ESCAPES") != std::string::npos)
        throw unsuitable("expected a server without sql_mode NO_BACKSLASH_ESCAPES, found '" + mode +
                         "'; remove it from the server's configuration");
    sql << "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";
    // The last is MariaDB's alone: a stopped process must not hold its rows for ever.
    sql << "SET SESSION sql_mode='STRICT_ALL_TABLES', autocommit=1, "
           "innodb_lock_wait_timeout=:lock "
           "/*M!100300 , idle_write_transaction_timeout=:idle */",
        soci::use(lock_seconds), soci::use(idle_seconds);
}

// Whoever writes says so when the transaction begins (dialect.cpp). A statement that comes after
// its transaction has ended is by itself, and is refused by the server.
void refuse_writes_of_their_own(soci::session& sql)
{
    sql << "SET SESSION TRANSACTION READ ONLY";
}

// On a node of Galera: what was committed on another one before is read. Only what asks for rows
// waits; elsewhere the variable does nothing, or is not there.
void see_other_nodes(soci::session& sql)
{
    std::string name;
    std::string value;
    sql << "SHOW VARIABLES LIKE 'wsrep_sync_wait'", soci::into(name), soci::into(value);
    if (!name.empty()) sql << "SET SESSION wsrep_sync_wait=1";
}

} // namespace

std::unique_ptr<connection> open_mariadb(const address& where, const host_and_port* place,
                                         purpose why)
{
    initialise_once();
    thread_local const mariadb_thread this_thread;
    const std::string host = place ? place->host : where.socket;
    try {
        auto out = std::make_unique<connection>(soci::mysql, connect_string(where, place, why));
        if (!where.ssl_ca.empty()) require_tls(out->sql, host);
        pin_settings(out->sql);
        if (why == purpose::writing) refuse_writes_of_their_own(out->sql);
        see_other_nodes(out->sql);
        return out;
    } catch (const soci::soci_error& error) {
        throw unreachable("the database " + host + "/" + where.name +
                          " cannot be opened: " + error.what());
    }
}

// The library's own word is not enough: it has gone on in plain text with servers that could no
// better.
void require_tls(soci::session& sql, const std::string& host)
{
    std::string name;
    std::string cipher;
    sql << "SHOW STATUS LIKE 'Ssl_cipher'", soci::into(name), soci::into(cipher);
    if (cipher.empty())
        throw unsuitable("expected TLS to " + host +
                         " (ssl-ca=), found plain text; give the "
                         "server a certificate, or take ssl-ca= from --database");
}

bool takes_writes(soci::session& sql)
{
    int read_only = 0;
    sql << "SELECT @@GLOBAL.read_only", soci::into(read_only);
    return read_only == 0;
}

} // namespace persistence
