#pragma once
// The few differences between SQLite and MariaDB, as a table of values, and what the numbers of
// their errors mean. Everything else in this folder is written once for both.
#include <exception>
#include <string>

namespace persistence {

enum class backend { sqlite, mariadb };

struct dialect {
    backend which;
    std::string name;
    std::string begin_write;
    std::string before_read; // sent before begin_read; empty: nothing
    std::string begin_read;  // one consistent view for all reads up to its end
    std::string for_update;  // "SELECT …" + unit.dialect().for_update holds the rows it reads
    // Followed by "table(columns) VALUES …". MariaDB's spelling also swallows values that do not
    // fit, so use it only where the unique key is the one thing that can fail.
    std::string insert_ignore;
    std::string table_suffix; // appended to CREATE TABLE (…)
};

const dialect& dialect_of(backend);

enum class fault {
    retry,            // run the whole transaction again
    unique_violation, // a key was taken
    connection_lost,  // the session is dead; outside COMMIT: run again on another one
    refuses_writes,   // a read-only server: another host may take them, or this one later
    disk_full,
    fatal, // the storage cannot be trusted any more (I/O error, corruption)
    other,
};

// What an exception of this folder or of SOCI means for the transaction in which it was thrown.
fault classify(const std::exception&);

} // namespace persistence
