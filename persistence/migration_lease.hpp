#pragma once
// Who migrates a MariaDB: one row, leased by committed UPDATEs with a fencing number, since a lock
// of the server would not reach another node. The row also says how many statements of the current
// file are done, so that a killed run is taken up where it stopped.
#include "persistence/dialect.hpp"
#include <cstdint>
#include <soci/soci.h>
#include <string>
#include <vector>

namespace persistence {

inline constexpr std::int64_t migration_lease_seconds = 60; // renewed before every statement

void create_migration_lease(soci::session&, const dialect&);

class migration_lease {
public:
    // Waits until the row is free or its holder has let it run out.
    static migration_lease wait_for(soci::session&);

    // Runs the statements of one file that are not done yet. A first statement that finds its own
    // work already there was cut off between doing and recording, and is passed over.
    void run(int number, const std::vector<std::string>& statements);
    void give_back();

private:
    explicit migration_lease(soci::session& sql) : sql_(sql) {}
    bool take();
    void renew(int number, std::size_t statements_done);

    soci::session& sql_;
    long long lease_no_{};
};

} // namespace persistence
