// Dates in and out of columns.
#include "persistence/sql/days.hpp"
#include <stdexcept>

namespace persistence {

std::string text_of(const std::optional<workflow::date>& day)
{
    return day ? workflow::iso(*day) : std::string();
}

workflow::date day_of(const std::string& text)
{
    workflow::date out{};
    if (!workflow::parse_date(text, out))
        throw std::runtime_error("a stored date should be ISO text, found '" + text + "'");
    return out;
}

std::optional<workflow::date> optional_day_of(const std::string& text)
{
    if (text.empty()) return {};
    return day_of(text);
}

} // namespace persistence
