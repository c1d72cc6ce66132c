#pragma once
// Where the database is, read strictly from one URL:
//   sqlite::memory:   sqlite:relative/file   sqlite:///absolute/file
//   mysql://user:password@host[:port][,host[:port]…]/name[?ssl-ca=file | ?socket=/path]
// Hosts are tried in turn; one without a port of its own has the port of the next that names one,
// so that a,b:3307 are two hosts and one port. Parts are percent-decoded. `sqlite:///` is followed
// by the path with its leading slash: sqlite:////var/lib/x and sqlite:///var/lib/x both mean
// /var/lib/x.
#include "persistence/sql/dialect.hpp"
#include <string>
#include <string_view>
#include <vector>

namespace persistence {

inline constexpr std::size_t hosts_max = 8;
inline constexpr unsigned mariadb_port_default = 3306;

struct host_and_port {
    std::string host;
    unsigned port{};
};

struct address {
    backend which{};
    std::string path{}; // SQLite: a file, or :memory:
    std::string user{};
    std::string password{};
    std::vector<host_and_port> hosts{}; // MariaDB: at least one, unless there is a socket
    std::string name{};
    std::string socket{}; // a Unix socket instead of hosts
    std::string ssl_ca{}; // who signs the servers' certificates; empty: no TLS is asked for

    bool in_memory() const { return which == backend::sqlite && path == ":memory:"; }
};

// Throws `usage` with a sentence that says what was expected and what was found; a password is
// never repeated in it.
address parse_address(std::string_view url);

} // namespace persistence
