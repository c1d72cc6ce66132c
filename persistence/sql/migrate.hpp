#pragma once
// Brings a database to this binary's schema by numbered, append-only SQL files. Safe to run twice,
// by two processes at once, and again after a kill in the middle.
#include "persistence/sql/database.hpp"
#include <string>
#include <vector>

namespace persistence {

struct migration {
    int number{};
    std::string name; // 0001_base.sql
    std::string text;
};

// The database and this binary do not belong together; the sentence says what to do.
struct migration_refused : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The files embedded in this binary, in order of their numbers.
const std::vector<migration>& migrations();

// Applies what is missing. Throws `migration_refused` when a file that was applied has changed
// since, when one is missing in the middle, when the database is newer than this binary or somebody
// else's, or when it does not compare text by its bytes.
void migrate(database&);
void migrate(database&, const std::vector<migration>&);

// Throws `migration_refused` unless everything is applied; for start-up without migrating.
void require_migrated(database&);
void require_migrated(soci::session&, const dialect&);

// Whether everything is applied, without a word when it only has to be brought up. Throws
// `migration_refused` where `migrate` would.
bool is_migrated(database&);

// A file's statements without comments, the table suffix of the dialect added.
std::vector<std::string> statements_of(const migration&, const dialect&);

} // namespace persistence
