// Reads typed query parameters.
#include "api/http/query.hpp"
#include "api/http/config.hpp"
#include <charconv>

namespace api {

using workflow::errc;
using workflow::refusal;

namespace {

refusal bad_value(const char* should_be, std::string_view name)
{
    return {errc::malformed, {should_be, {{"name", std::string(name)}}}};
}

bool read_whole(std::string_view text, int& value)
{
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    return fault == std::errc{} && end == text.data() + text.size();
}

bool read_two(std::string_view text, int most, int& value)
{
    return text.size() == 2 && text[0] != '-' && read_whole(text, value) && value <= most;
}

// .5 or .123456, in microseconds; nothing: 0.
bool read_fraction(std::string_view text, int& value)
{
    value = 0;
    if (text.empty()) return true;
    if (text.size() < 2 || text.size() > 7 || text[0] != '.' || text[1] == '-') return false;
    std::string six(text.substr(1));
    six.resize(6, '0');
    return read_whole(six, value);
}

// Of the form that answers tell instants in.
bool read_moment(std::string_view text, workflow::instant& at)
{
    constexpr std::size_t least = 20; // without a fraction
    if (text.size() < least || text[10] != 'T' || text.back() != 'Z') return false;
    if (text[13] != ':' || text[16] != ':') return false;
    workflow::date day{};
    int h = 0, m = 0, s = 0, micros = 0;
    if (!workflow::parse_date(text.substr(0, 10), day) || !read_two(text.substr(11, 2), 23, h) ||
        !read_two(text.substr(14, 2), 59, m) || !read_two(text.substr(17, 2), 59, s) ||
        !read_fraction(text.substr(19, text.size() - least), micros))
        return false;
    at = std::chrono::sys_days{day} + std::chrono::hours{h} + std::chrono::minutes{m} +
         std::chrono::seconds{s} + std::chrono::microseconds{micros};
    return true;
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
    return bad_value("query_flag", name);
}

workflow::result<std::optional<int>> number(const request& asked, std::string_view name, int least,
                                            int most)
{
    const std::string* given = asked.parameter(name);
    if (!given) return std::optional<int>{};
    int value = 0;
    if (!read_whole(*given, value) || value < least || value > most)
        return refusal{errc::malformed,
                       {"query_number",
                        {{"name", std::string(name)},
                         {"least", std::to_string(least)},
                         {"most", std::to_string(most)}}}};
    return std::optional<int>{value};
}

workflow::result<std::optional<workflow::date>> day(const request& asked, std::string_view name)
{
    const std::string* given = asked.parameter(name);
    if (!given) return std::optional<workflow::date>{};
    workflow::date value{};
    if (!workflow::parse_date(*given, value)) return bad_value("query_day", name);
    return std::optional<workflow::date>{value};
}

workflow::result<std::optional<workflow::instant>> moment(const request& asked,
                                                          std::string_view name)
{
    const std::string* given = asked.parameter(name);
    if (!given) return std::optional<workflow::instant>{};
    workflow::instant value{};
    if (!read_moment(*given, value)) return bad_value("query_moment", name);
    return std::optional<workflow::instant>{value};
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
