// Values that are there or not.
#include "api/http/json_values.hpp"

namespace api {

json::value reference_json(const workflow::reference& r)
{
    if (r.id.empty()) return nullptr;
    return {{"id", r.id}, {"name", r.name}};
}

json::value date_json(const std::optional<workflow::date>& day)
{
    if (!day) return nullptr;
    return json::string(workflow::iso(*day));
}

json::value number_json(const std::optional<double>& number)
{
    if (!number) return nullptr;
    const auto whole = static_cast<std::int64_t>(*number);
    if (static_cast<double>(whole) == *number) return whole;
    return *number;
}

json::value text_or_null(const std::string& text)
{
    if (text.empty()) return nullptr;
    return json::string(text);
}

} // namespace api
