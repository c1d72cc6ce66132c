#pragma once
// A database that is only looked at, beside whoever works on it: one session, nothing written, and
// a SQLite file that is not there is not made. Belongs to one thread.
#include "persistence/sql/session.hpp"
#include "persistence/sql/unit_of_work.hpp"
#include <functional>
#include <memory>
#include <string_view>

namespace persistence {

class onlooker {
public:
    // Throws `usage` for a malformed URL or one in memory, `unreachable` where there is no such
    // database, `migration_refused` where it is not of this program's schema.
    onlooker(std::string_view url, workflow::clock);

    // One consistent view; an exception of the function is passed on.
    void look(const std::function<void(unit_of_work&)>&);

private:
    const dialect& dialect_;
    workflow::clock clock_;
    std::unique_ptr<connection> session_;
};

} // namespace persistence
