#pragma once
// A statement that the server has prepared, by the client library's binary protocol: numbers come
// and go as numbers, texts by their length, nothing is quoted. SOCI has no such statements for
// MariaDB; the session, its row and its errors are SOCI's.
#include "persistence/prepared.hpp"

namespace persistence {

// Text with "?" for each value. Throws soci::mysql_soci_error, as its functions do.
std::unique_ptr<prepared_statement> make_mariadb_statement(soci::session&, const std::string& text,
                                                           std::vector<value>);

} // namespace persistence
