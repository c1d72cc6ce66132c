#pragma once
// The refusals that both readers of spreadsheet files give.
#include "api/sheets/spreadsheet.hpp"
#include "api/words/http_errc.hpp"

namespace api {

inline workflow::refusal unreadable(std::string key)
{
    return {workflow::errc::malformed, {std::move(key), {}}, {}, {}};
}

inline workflow::refusal too_large(std::string key, std::size_t max)
{
    return {http_errc::payload_too_large, {std::move(key), {{"max", std::to_string(max)}}}, {}, {}};
}

inline constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0"; // old XLS, encrypted XLSX
inline constexpr std::string_view zip_file = "PK\x03\x04";
inline constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

} // namespace api
