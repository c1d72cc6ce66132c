#pragma once
// The seam between the one transaction pattern and the two databases: how one attempt at a
// transaction is carried out. `database` adds retries and idempotency above it. Thread-safe.
#include "persistence/sql/address.hpp"
#include "persistence/sql/unit_of_work.hpp"
#include <chrono>
#include <functional>
#include <memory>

namespace persistence {

using time_point = std::chrono::steady_clock::time_point;
// The work of one transaction; true: commit, false: roll back. An exception rolls back and is
// passed on to whoever asked.
using job = std::function<bool(unit_of_work&)>;

// What reads see: all of them one and the same moment, or each its own.
enum class view { consistent, each_statement };

class transactor {
public:
    transactor() = default;
    virtual ~transactor() = default;
    transactor(const transactor&) = delete;
    transactor& operator=(const transactor&) = delete;

    // One attempt; returns after COMMIT. Throws `unknown_outcome` when the session died during
    // COMMIT, `overloaded` when nothing is free, `unavailable` past the deadline, else the error.
    virtual void write(const job&, time_point deadline) = 0;
    // The same with nothing written.
    virtual void read(const job&, view, time_point deadline) = 0;
    // A session outside any transaction, for migrations and checks.
    virtual void administer(const std::function<void(soci::session&)>&) = 0;
};

struct transactor_settings {
    workflow::clock clock;
    std::size_t pool_size;
    std::function<void(const std::string&)> on_fatal;
};

std::unique_ptr<transactor> make_sqlite_transactor(const address&, transactor_settings);
std::unique_ptr<transactor> make_mariadb_transactor(const address&, transactor_settings);

} // namespace persistence
