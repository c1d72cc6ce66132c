// What is looked up before a database is trusted.
#include "persistence/sql/schema_check.hpp"
#include "persistence/sql/migrate.hpp"

namespace persistence {
namespace {

std::string any_other_table(soci::session& sql, const dialect& d)
{
    std::string name;
    soci::indicator found = soci::i_null;
    if (d.which == backend::sqlite)
        sql << "SELECT MIN(name) FROM sqlite_master WHERE type = 'table' "
               "AND name <> 'schema_migrations' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
            soci::into(name, found);
    else
        sql << "SELECT MIN(TABLE_NAME) FROM information_schema.TABLES "
               "WHERE TABLE_SCHEMA = DATABASE() "
               "AND TABLE_NAME NOT IN ('schema_migrations', 'migration_runner')",
            soci::into(name, found);
    return name;
}

// A first migration that was cut off has left tables and its own mark.
bool is_under_way(soci::session& sql, const dialect& d)
{
    if (d.which == backend::sqlite) return false;
    long long number = 0;
    sql << "SELECT number FROM migration_runner WHERE id = 1", soci::into(number);
    return number != 0;
}

} // namespace

void require_nobody_elses(soci::session& sql, const dialect& d)
{
    // In this order: a runner leaves its mark before it makes its first table.
    const auto table = any_other_table(sql, d);
    if (table.empty() || is_under_way(sql, d)) return;
    throw migration_refused("expected an empty database or one of this program, found a table '" +
                            table + "' of something else; name another database in --database");
}

void require_bytewise_text(soci::session& sql, const dialect& d)
{
    if (d.which == backend::sqlite) return;
    std::string column;
    std::string collation;
    sql << "SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME), COLLATION_NAME "
           "FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() "
           "AND COLLATION_NAME <> 'utf8mb4_bin' ORDER BY TABLE_NAME, ORDINAL_POSITION LIMIT 1",
        soci::into(column), soci::into(collation);
    if (!sql.got_data()) return;
    const auto table = column.substr(0, column.find('.'));
    throw migration_refused("expected every column of text in utf8mb4_bin, found " + column +
                            " in " + collation + "; run ALTER TABLE " + table +
                            " CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, or restore "
                            "the backup from before it was changed");
}

} // namespace persistence
