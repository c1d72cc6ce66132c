// The lease of the migration runner. Time is the server's: processes may be asked for by clocks
// that differ, or by a demo's clock that stands still.
#include "persistence/migration_lease.hpp"
#include "persistence/outage.hpp"
#include <chrono>
#include <soci/mysql/soci-mysql.h>
#include <thread>

namespace persistence {
namespace {

constexpr std::chrono::milliseconds look_again_ms{50};

// Table, column or index exists already; nothing to drop.
bool is_done_already(const soci::mysql_soci_error& error)
{
    const auto number = error.err_num_;
    return number == 1050 || number == 1060 || number == 1061 || number == 1091;
}

} // namespace

void create_migration_lease(soci::session& sql, const dialect& d)
{
    sql << "CREATE TABLE IF NOT EXISTS migration_runner (id BIGINT NOT NULL PRIMARY KEY, "
           "lease_no BIGINT NOT NULL, lease_until BIGINT NOT NULL, number BIGINT NOT NULL, "
           "statements_done BIGINT NOT NULL)"
        << d.table_suffix;
    sql << "INSERT IGNORE INTO migration_runner(id, lease_no, lease_until, number, "
           "statements_done) VALUES (1, 0, 0, 0, 0)";
}

migration_lease migration_lease::wait_for(soci::session& sql)
{
    migration_lease out(sql);
    while (!out.take()) std::this_thread::sleep_for(look_again_ms);
    return out;
}

bool migration_lease::take()
{
    sql_ << "SELECT lease_no FROM migration_runner WHERE id = 1", soci::into(lease_no_);
    soci::statement update =
        (sql_.prepare << "UPDATE migration_runner SET lease_no = lease_no + 1, "
                         "lease_until = UNIX_TIMESTAMP() + :seconds "
                         "WHERE id = 1 AND lease_no = :seen AND lease_until < UNIX_TIMESTAMP()",
         soci::use(migration_lease_seconds), soci::use(lease_no_));
    update.execute(true);
    if (update.get_affected_rows() != 1) return false;
    ++lease_no_;
    return true;
}

void migration_lease::run(int number, const std::vector<std::string>& statements)
{
    long long current = 0;
    long long done = 0;
    sql_ << "SELECT number, statements_done FROM migration_runner WHERE id = 1",
        soci::into(current), soci::into(done);
    const auto first = current == number ? static_cast<std::size_t>(done) : 0;
    for (auto i = first; i < statements.size(); ++i) {
        renew(number, i);
        try {
            sql_ << statements[i];
        } catch (const soci::mysql_soci_error& error) {
            const bool resumed = current == number && i == first;
            if (!resumed || !is_done_already(error)) throw;
        }
    }
    renew(number, statements.size());
}

void migration_lease::renew(int number, std::size_t statements_done)
{
    const auto done = static_cast<long long>(statements_done);
    // A counter that always changes: MariaDB does not count rows that stay as they were.
    soci::statement update =
        (sql_.prepare << "UPDATE migration_runner SET lease_no = lease_no + 1, "
                         "lease_until = UNIX_TIMESTAMP() + :seconds, number = :number, "
                         "statements_done = :done WHERE id = 1 AND lease_no = :mine",
         soci::use(migration_lease_seconds), soci::use(number), soci::use(done),
         soci::use(lease_no_));
    update.execute(true);
    if (update.get_affected_rows() != 1)
        throw outage("another process has taken over the migration");
    ++lease_no_;
}

void migration_lease::give_back()
{
    sql_ << "UPDATE migration_runner SET lease_until = 0 WHERE id = 1 AND lease_no = :mine",
        soci::use(lease_no_);
}

} // namespace persistence
