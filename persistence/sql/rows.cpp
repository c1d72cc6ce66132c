// Columns of dynamic rows, whatever type the driver chose.
#include "persistence/sql/rows.hpp"
#include <charconv>
#include <stdexcept>

namespace persistence {
namespace {

[[noreturn]] void refuse(const soci::row& row, std::size_t column, const std::string& wanted)
{
    throw std::runtime_error("column " + row.get_properties(column).get_name() + " should be " +
                             wanted);
}

bool is_null(const soci::row& row, std::size_t column)
{
    return row.get_indicator(column) == soci::i_null;
}

template <class T> T parsed(const soci::row& row, std::size_t column)
{
    const auto digits = row.get<std::string>(column);
    T out{};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    if (error != std::errc{} || end != digits.data() + digits.size() || digits.empty())
        refuse(row, column, "a number, found '" + digits + "'");
    return out;
}

template <class T> T numeric(const soci::row& row, std::size_t column)
{
    switch (row.get_properties(column).get_data_type()) {
    case soci::dt_string:
        return parsed<T>(row, column);
    case soci::dt_integer:
        return static_cast<T>(row.get<int>(column));
    case soci::dt_long_long:
        return static_cast<T>(row.get<long long>(column));
    case soci::dt_unsigned_long_long:
        return static_cast<T>(row.get<unsigned long long>(column));
    case soci::dt_double:
        return static_cast<T>(row.get<double>(column));
    default:
        refuse(row, column, "a number");
    }
}

} // namespace

std::string text(const soci::row& row, std::size_t column)
{
    if (is_null(row, column)) refuse(row, column, "text, found NULL");
    if (row.get_properties(column).get_data_type() != soci::dt_string) refuse(row, column, "text");
    return row.get<std::string>(column);
}

std::int64_t number(const soci::row& row, std::size_t column)
{
    if (is_null(row, column)) refuse(row, column, "a number, found NULL");
    return numeric<std::int64_t>(row, column);
}

double real(const soci::row& row, std::size_t column)
{
    if (is_null(row, column)) refuse(row, column, "a number, found NULL");
    return numeric<double>(row, column);
}

std::optional<std::string> optional_text(const soci::row& row, std::size_t column)
{
    if (is_null(row, column)) return {};
    return text(row, column);
}

std::optional<std::int64_t> optional_number(const soci::row& row, std::size_t column)
{
    if (is_null(row, column)) return {};
    return number(row, column);
}

std::optional<double> optional_real(const soci::row& row, std::size_t column)
{
    if (is_null(row, column)) return {};
    return real(row, column);
}

} // namespace persistence
