#pragma once
// Regions: a tree by Kemendagri code. 00 the nation, 62 a province, 62.71 a district or city.
#include <optional>
#include <string>
#include <string_view>

namespace workflow {

struct region {
    std::string code;
    std::string name;
    std::string zone; // IANA: Asia/Jakarta, Asia/Pontianak, Asia/Makassar, Asia/Jayapura
};

inline constexpr std::string_view nation = "00";

// The region that receives this one's reports; empty for the nation.
inline std::string parent_of(std::string_view code)
{
    if (code == nation) return {};
    const auto dot = code.rfind('.');
    return dot == std::string_view::npos ? std::string(nation) : std::string(code.substr(0, dot));
}

// Whether `code` is `top` or lies below it.
inline bool lies_within(std::string_view code, std::string_view top)
{
    if (top == nation || code == top) return true;
    return code.size() > top.size() && code.starts_with(top) && code[top.size()] == '.';
}

// The same where an empty `top` bounds nothing.
inline bool is_within(std::string_view code, std::string_view top)
{
    return top.empty() || lies_within(code, top);
}

// What is left of a region and all below it within `bound`, itself the top of what is left; empty
// `bound`: all. Nothing where they are apart.
inline std::optional<std::string> cut_to(const std::string& top, const std::string& bound)
{
    if (is_within(top, bound)) return top;
    if (lies_within(bound, top)) return bound;
    return std::nullopt;
}

} // namespace workflow
