// The flags behind SOCI's sessions.
#include "persistence/sql/open_transaction.hpp"
#include <mysql.h>
#include <soci/mysql/soci-mysql.h>
#include <soci/sqlite3/soci-sqlite3.h>

namespace persistence {

bool in_transaction(soci::session& sql)
{
    if (sql.get_backend_name() == "sqlite3") {
        auto* sqlite = static_cast<soci::sqlite3_session_backend*>(sql.get_backend());
        return sqlite_api::sqlite3_get_autocommit(sqlite->conn_) == 0;
    }
    auto* mariadb = static_cast<soci::mysql_session_backend*>(sql.get_backend());
    unsigned int status = 0;
    mariadb_get_infov(mariadb->conn_, MARIADB_CONNECTION_SERVER_STATUS, &status);
    return (status & SERVER_STATUS_IN_TRANS) != 0;
}

} // namespace persistence
