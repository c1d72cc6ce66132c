#pragma once
// Who migrates a MariaDB: one row, leased by committed UPDATEs with a fencing number, since a lock
// of the server would not reach another node. It names its holder's connection, so that after a
// kill nobody waits where that can be looked up. The row also says how many statements of the
// current file are done, so that a killed run is taken up where it stopped.
#include "persistence/sql/dialect.hpp"
#include <cstdint>
#include <soci/soci.h>
#include <string>
#include <vector>

namespace persistence {

// Renewed before every statement, each of which may take as long.
inline constexpr std::int64_t migration_lease_seconds = 600;

void create_migration_lease(soci::session&, const dialect&);

class migration_lease {
public:
    // Waits until the row is free, its holder's connection to this server is gone, or, with a
    // holder on another node, whose connections cannot be seen from here, the lease has run out
    // or ends later than any could.
    static migration_lease wait_for(soci::session&);

    // Runs the statements of one file that are not done yet. A first one that finds its own work
    // already there was cut off between doing and recording, and is passed over; rows are written
    // in one transaction with the record.
    void run(int number, const std::vector<std::string>& statements);
    void give_back();

private:
    explicit migration_lease(soci::session& sql) : sql_(sql) {}
    bool take();
    void define(const std::string& statement, bool resumed);
    void fill(const std::string& statement, int number, std::size_t statements_done);
    void renew(int number, std::size_t statements_done);

    soci::session& sql_;
    long long lease_no_{};
};

} // namespace persistence
