// The lease of the migration runner. Time is the server's: processes may be asked for by clocks
// that differ, or by a demo's clock that stands still.
#include "persistence/sql/migration_lease.hpp"
#include "persistence/sql/outage.hpp"
#include "workflow/days/clock_watch.hpp"
#include <algorithm>
#include <chrono>
#include <iterator>
#include <soci/mysql/soci-mysql.h>
#include <string_view>
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

// MariaDB commits these by themselves.
bool defines_tables(std::string_view statement)
{
    constexpr std::string_view words[] = {"CREATE ", "ALTER ", "DROP ", "RENAME ", "TRUNCATE "};
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return statement.starts_with(word); });
}

void add_holder_columns(soci::session& sql)
{
    try {
        sql << "ALTER TABLE migration_runner ADD COLUMN holder BIGINT NOT NULL DEFAULT 0, "
               "ADD COLUMN place VARCHAR(255) NOT NULL DEFAULT ''";
    } catch (const soci::mysql_soci_error& error) {
        if (!is_done_already(error)) throw;
    }
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
    add_holder_columns(sql);
    migration_lease out(sql);
    while (!out.take()) std::this_thread::sleep_for(look_again_ms);
    return out;
}

bool migration_lease::take()
{
    // Connections are numbered by server, and only those of one's own account can be seen.
    std::string here;
    sql_ << "SELECT CONCAT(@@hostname, ':', @@port, ' ', CURRENT_USER())", soci::into(here);
    sql_ << "SELECT lease_no FROM migration_runner WHERE id = 1", soci::into(lease_no_);
    const std::int64_t longest =
        migration_lease_seconds + std::chrono::seconds(workflow::clock_difference_max).count();
    soci::statement update =
        (sql_.prepare << "UPDATE migration_runner SET lease_no = lease_no + 1, "
                         "lease_until = UNIX_TIMESTAMP() + :seconds, holder = CONNECTION_ID(), "
                         "place = :here WHERE id = 1 AND lease_no = :seen "
                         "AND (lease_until < UNIX_TIMESTAMP() "
                         "OR lease_until > UNIX_TIMESTAMP() + :longest " // by a wrong clock
                         "OR (place = :here2 AND (holder = CONNECTION_ID() OR NOT EXISTS "
                         "(SELECT 1 FROM information_schema.PROCESSLIST WHERE ID = holder))))",
         soci::use(migration_lease_seconds), soci::use(here), soci::use(lease_no_),
         soci::use(longest), soci::use(here));
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
        if (!defines_tables(statements[i])) {
            fill(statements[i], number, i + 1);
            continue;
        }
        renew(number, i);
        define(statements[i], current == number && i == first);
    }
    renew(number, statements.size());
}

void migration_lease::define(const std::string& statement, bool resumed)
{
    try {
        sql_ << statement;
    } catch (const soci::mysql_soci_error& error) {
        if (!resumed || !is_done_already(error)) throw;
    }
}

// An exception leaves the transaction to the end of the session, which rolls it back.
void migration_lease::fill(const std::string& statement, int number, std::size_t statements_done)
{
    sql_ << "START TRANSACTION";
    sql_ << statement;
    renew(number, statements_done);
    sql_ << "COMMIT";
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
