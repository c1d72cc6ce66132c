// Reads typed query parameters.
#include "api/http/query.hpp"
#include "api/http/config.hpp"
#include <charconv>

namespace api {

using workflow::errc;
using workflow::refusal;

namespace {

refusal bad_value(std::string_view name)
{
    return {errc::malformed, {"query_value", {{"name", std::string(name)}}}};
}

bool read_whole(std::string_view text, int& value)
{
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc{} && end == text.data() + text.size();
}

} // namespace

workflow::result<page> page_of(const request& asked)
{
    page out{page_limit_default, text_or_empty(asked, "cursor")};
    if (const std::string* limit = asked.parameter("limit")) {
        int value = 0;
        if (!read_whole(*limit, value) || value < 1 || value > int(page_limit_max))
            return refusal{errc::malformed,
                           {"query_limit", {{"most", std::to_string(page_limit_max)}}}};
        out.limit = static_cast<std::size_t>(value);
    }
    return out;
}

workflow::result<bool> flag(const request& asked, std::string_view name)
{
    const std::string* given = asked.parameter(name);
    if (!given || *given == "false") return false;
    if (*given == "true") return true;
    return bad_value(name);
}

workflow::result<std::optional<int>> number(const request& asked, std::string_view name, int least,
                                            int most)
{
    const std::string* given = asked.parameter(name);
    if (!given) return std::optional<int>{};
    int value = 0;
    if (!read_whole(*given, value) || value < least || value > most) return bad_value(name);
    return std::optional<int>{value};
}

workflow::result<std::optional<workflow::date>> day(const request& asked, std::string_view name)
{
    const std::string* given = asked.parameter(name);
    if (!given) return std::optional<workflow::date>{};
    workflow::date value{};
    if (!workflow::parse_date(*given, value)) return bad_value(name);
    return std::optional<workflow::date>{value};
}

std::string text_or_empty(const request& asked, std::string_view name)
{
    const std::string* given = asked.parameter(name);
    return given ? *given : std::string();
}

workflow::result<std::string> required(const request& asked, std::string_view name)
{
    const std::string* given = asked.parameter(name);
    if (!given || given->empty())
        return refusal{errc::malformed, {"query_missing", {{"name", std::string(name)}}}};
    return *given;
}

} // namespace api
