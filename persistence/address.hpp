#pragma once
// Where the database is, read strictly from one URL:
//   sqlite::memory:   sqlite:relative/file   sqlite:///absolute/file
//   mysql://user:password@host[:port]/name[?socket=/path]
// Parts are percent-decoded. `sqlite:///` is followed by the path with its leading slash:
// sqlite:////var/lib/x and sqlite:///var/lib/x both mean /var/lib/x.
#include "persistence/dialect.hpp"
#include <string>
#include <string_view>

namespace persistence {

struct address {
    backend which{};
    std::string path{}; // SQLite: a file, or :memory:
    std::string user{};
    std::string password{};
    std::string host{};
    unsigned port{3306};
    std::string name{};
    std::string socket{}; // MariaDB: a Unix socket instead of host and port

    bool in_memory() const { return which == backend::sqlite && path == ":memory:"; }
};

// Throws `usage` with a sentence that says what was expected and what was found; a password is
// never repeated in it.
address parse_address(std::string_view url);

} // namespace persistence
