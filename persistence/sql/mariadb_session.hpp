#pragma once
// Opens one session at one MariaDB: time-outs, character set, collation, SQL mode and isolation
// pinned, TLS where it was asked for. Nothing is ever repaired behind our back: a session that lost
// its server stays lost, because what came after would run outside its transaction.
#include "persistence/sql/session.hpp"

namespace persistence {

// What this product can stand on an answering server must say; `place` is a host of the address, or
// null for its socket. Throws `unreachable` when nobody answers or the server refuses us, and
// `unsuitable` when it answers in a way we cannot work with.
std::unique_ptr<connection> open_mariadb(const address&, const host_and_port* place, purpose);

// Throws `unsuitable` when the session speaks plain text.
void require_tls(soci::session&, const std::string& host);

// False on a server that was set to read-only: a replica, or one under maintenance.
bool takes_writes(soci::session&);

} // namespace persistence
