// The runner of migrations. SQLite: one transaction per file under the write lock. MariaDB commits
// every DDL statement by itself, so there a leased row names the one runner and how far it is.
#include "persistence/sql/migrate.hpp"
#include "embedded/migrations.hpp"
#include "persistence/sql/migration_lease.hpp"
#include "persistence/sql/rows.hpp"
#include "persistence/sql/schema_check.hpp"
#include "workflow/things/sha256.hpp"
#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>

namespace persistence {
namespace {

constexpr std::string_view create_ledger =
    "CREATE TABLE IF NOT EXISTS schema_migrations (number BIGINT NOT NULL PRIMARY KEY, "
    "name VARCHAR(128) NOT NULL, checksum VARCHAR(64) NOT NULL, applied_at BIGINT NOT NULL)";

struct applied {
    std::string name;
    std::string checksum;
};
using ledger = std::map<int, applied>;

ledger read_ledger(soci::session& sql)
{
    ledger out;
    const soci::rowset<soci::row> rows =
        (sql.prepare << "SELECT number, name, checksum FROM schema_migrations ORDER BY number");
    for (const auto& row : rows)
        out[static_cast<int>(number(row, 0))] = {text(row, 1), text(row, 2)};
    return out;
}

// What is still to be applied, after holding what was against the files.
std::vector<const migration*> missing(const ledger& done, const std::vector<migration>& files)
{
    std::vector<const migration*> out;
    for (const auto& [number, was] : done) {
        const auto file = std::find_if(files.begin(), files.end(),
                                       [n = number](const migration& m) { return m.number == n; });
        if (file == files.end())
            throw migration_refused("the database is newer than this program: it has migration " +
                                    was.name +
                                    ", which this program does not know; start the "
                                    "newer program, or restore the backup from before");
        if (workflow::sha256_hex(file->text) != was.checksum)
            throw migration_refused("migration " + was.name +
                                    " was applied with another text than "
                                    "this program has; use the program it was applied with");
    }
    for (const auto& file : files) {
        if (done.contains(file.number)) continue;
        if (!done.empty() && file.number < done.rbegin()->first)
            throw migration_refused("migration " + file.name +
                                    " is older than one already "
                                    "applied; give it the next free number");
        out.push_back(&file);
    }
    return out;
}

void record(soci::session& sql, const migration& file, workflow::instant now)
{
    const auto sum = workflow::sha256_hex(file.text);
    const long long at = workflow::microseconds_of(now);
    sql << "INSERT INTO schema_migrations(number, name, checksum, applied_at) "
           "VALUES (:number, :name, :sum, :at)",
        soci::use(file.number), soci::use(file.name), soci::use(sum), soci::use(at);
}

// False when nothing is left. Reads again under the lock, so a second process finds it done.
bool apply_next_on_sqlite(soci::session& sql, const dialect& d, const std::vector<migration>& files,
                          workflow::instant now)
{
    unit_of_work unit(sql, d, now, write_frame(d));
    sql << create_ledger;
    const auto done = read_ledger(sql);
    if (done.empty()) require_nobody_elses(sql, d);
    const auto left = missing(done, files);
    if (left.empty()) return false;
    for (const auto& statement : statements_of(*left.front(), d)) sql << statement;
    record(sql, *left.front(), now);
    unit.commit();
    return true;
}

void migrate_on_mariadb(soci::session& sql, const dialect& d, const std::vector<migration>& files,
                        workflow::instant now)
{
    sql << create_ledger << d.table_suffix;
    create_migration_lease(sql, d);
    if (read_ledger(sql).empty()) require_nobody_elses(sql, d);
    // Looks before it leases: a start with nothing to do waits for nobody.
    while (!missing(read_ledger(sql), files).empty()) {
        auto lease = migration_lease::wait_for(sql);
        for (const auto* file : missing(read_ledger(sql), files)) {
            lease.run(file->number, statements_of(*file, d));
            record(sql, *file, now);
        }
        lease.give_back();
    }
    require_bytewise_text(sql, d);
}

int number_of(std::string_view name)
{
    int out = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), out);
    if (error != std::errc{} || end == name.data() + name.size() || *end != '_')
        throw std::logic_error("a migration is named NNNN_subject.sql, found " + std::string(name));
    return out;
}

// As the database wants it: a table with its suffix; SQLite's indexes have names of their own.
std::string worded(std::string statement, const dialect& d)
{
    if (statement.starts_with("CREATE TABLE")) return statement + d.table_suffix;
    if (statement.starts_with("DROP INDEX") && d.which == backend::sqlite)
        statement.resize(std::min(statement.find(" ON "), statement.size()));
    return statement;
}

} // namespace

const std::vector<migration>& migrations()
{
    static const auto all = [] {
        std::vector<migration> out;
        for (const auto& [name, contents] : embedded::migrations())
            out.push_back({number_of(name), std::string(name), std::string(contents)});
        std::ranges::sort(out, {}, &migration::number);
        return out;
    }();
    return all;
}

void migrate(database& store)
{
    migrate(store, migrations());
}

void migrate(database& store, const std::vector<migration>& files)
{
    const auto& d = store.dialect();
    store.administer([&](soci::session& sql) {
        if (d.which == backend::mariadb) return migrate_on_mariadb(sql, d, files, store.now());
        while (apply_next_on_sqlite(sql, d, files, store.now())) {
        }
    });
}

void require_migrated(database& store)
{
    const auto& d = store.dialect();
    store.administer([&](soci::session& sql) { require_migrated(sql, d); });
}

bool is_migrated(database& store)
{
    bool everything = false;
    store.administer([&](soci::session& sql) {
        require_bytewise_text(sql, store.dialect());
        everything = missing(read_ledger(sql), migrations()).empty();
    });
    return everything;
}

void require_migrated(soci::session& sql, const dialect& d)
{
    require_bytewise_text(sql, d);
    const auto left = missing(read_ledger(sql), migrations());
    if (!left.empty())
        throw migration_refused("the database lacks migration " + left.front()->name +
                                "; run `rampung migrate` first");
}

std::vector<std::string> statements_of(const migration& file, const dialect& d)
{
    std::vector<std::string> out;
    std::string statement;
    std::string_view rest = file.text;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        auto line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        while (!line.empty() && std::isspace(static_cast<unsigned char>(line.back())))
            line.remove_suffix(1);
        if (line.empty() || line.starts_with("--")) continue;
        const bool last = line.ends_with(';');
        if (last) line.remove_suffix(1);
        if (!statement.empty()) statement += '\n';
        statement += line;
        if (!last) continue;
        out.push_back(worded(std::move(statement), d));
        statement.clear();
    }
    if (!statement.empty())
        throw std::logic_error("the last statement of " + file.name + " has no semicolon");
    return out;
}

} // namespace persistence
