// Binding and reading. Nothing here knows what a statement is about.
#include "persistence/sql/statement.hpp"
#include "persistence/sql/outage.hpp"
#include "workflow/things/digest.hpp"
#include <algorithm>
#include <bit>
#include <charconv>
#include <stdexcept>

namespace persistence {

value::value(const std::optional<double>& number)
    : value(number ? value(workflow::decimal(*number)) : null())
{
}

statement& statement::add(fixed_text text)
{
    text_ += text.view;
    return *this;
}

statement& statement::add(fixed_text text, value v)
{
    text_ += text.view;
    text_ += ":added" + std::to_string(values_.size());
    values_.push_back(std::move(v));
    return *this;
}

statement& statement::among(fixed_text text, const std::vector<std::string>& values)
{
    add(text).add(" IN (", values.front());
    for (std::size_t i = 1; i < std::bit_ceil(values.size()); ++i)
        add(", ", values[std::min(i, values.size() - 1)]);
    return add(")");
}

statement& statement::hold_rows()
{
    text_ += unit_.dialect().for_update;
    return *this;
}

void statement::each(const std::function<void(const soci::row&)>& visit)
{
    unit_.each(std::move(text_), std::move(values_), visit);
}

std::int64_t statement::change()
{
    return unit_.change(std::move(text_), std::move(values_));
}

void statement::change_one()
{
    const std::string told = text_.substr(0, 80); // what it is, if it has to be said
    if (change() != 1) throw lost_race("a row was written since it was read: " + told);
}

std::optional<std::string> one_text(statement&& s)
{
    std::optional<std::string> found;
    s.each([&](const soci::row& row) { found = text(row, 0); });
    return found;
}

std::int64_t one_number(statement&& s)
{
    std::int64_t found = 0;
    s.each([&](const soci::row& row) { found = number(row, 0); });
    return found;
}

std::int64_t number_in(const std::string& digits)
{
    std::int64_t out = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return out;
}

workflow::date date_in(const soci::row& row, std::size_t column)
{
    workflow::date day;
    const std::string written = text(row, column);
    if (!workflow::parse_date(written, day))
        throw std::runtime_error("a stored date should be a day, found '" + written + "'");
    return day;
}

std::optional<workflow::date> optional_date(const soci::row& row, std::size_t column)
{
    if (!optional_text(row, column)) return std::nullopt;
    return date_in(row, column);
}

workflow::instant instant_in(const soci::row& row, std::size_t column)
{
    return workflow::instant_of(number(row, column));
}

std::optional<double> decimal_in(const soci::row& row, std::size_t column)
{
    const auto written = optional_text(row, column);
    if (!written) return std::nullopt;
    double out{};
    const char* end = written->data() + written->size();
    if (std::from_chars(written->data(), end, out).ptr != end || written->empty())
        throw std::runtime_error("a stored quantity should be a number, found '" + *written + "'");
    return out;
}

} // namespace persistence
