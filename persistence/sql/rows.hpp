#pragma once
// Reads columns of a dynamic row alike on both databases: SQLite gives numbers of expressions
// (COUNT(*), SUM) as text, MariaDB as any of four types.
//
//     const soci::rowset<soci::row> rows = (sql.prepare << "SELECT …", soci::use(id));
//     for (const auto& row : rows) use(text(row, 0), number(row, 1), optional_number(row, 2));
//
// Run a rowset to its end: on SQLite a statement left in the middle keeps its read transaction
// open after COMMIT, and the next BEGIN IMMEDIATE fails.
//
// A value that may be NULL is bound through two names:
//
//     const auto value = value_of(x);
//     auto null = indicator_of(x);
//     sql << "INSERT … :x", soci::use(value, null);
//
// A bare NULL in a select list is refused by SOCI on MariaDB: "Unknown data type".
#include <cstdint>
#include <optional>
#include <soci/soci.h>
#include <string>

namespace persistence {

// Throw std::runtime_error naming the column when it is NULL or of another kind.
std::string text(const soci::row&, std::size_t column);
std::int64_t number(const soci::row&, std::size_t column);
double real(const soci::row&, std::size_t column);
inline bool flag(const soci::row& row, std::size_t column)
{
    return number(row, column) != 0;
}

std::optional<std::string> optional_text(const soci::row&, std::size_t column);
std::optional<std::int64_t> optional_number(const soci::row&, std::size_t column);
std::optional<double> optional_real(const soci::row&, std::size_t column);

template <class T> T value_of(const std::optional<T>& from)
{
    return from.value_or(T{});
}
template <class T> soci::indicator indicator_of(const std::optional<T>& from)
{
    return from ? soci::i_ok : soci::i_null;
}

} // namespace persistence
