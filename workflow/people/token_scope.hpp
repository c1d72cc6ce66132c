#pragma once
// What a machine's token opens, in words that are persisted: `read`, `report`, `directory`. A token
// is never more than its person: scopes and region only take away. Pure.
#include "workflow/words/error.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workflow {

// A set of scopes; empty: opens nothing.
class token_scopes {
public:
    constexpr token_scopes() = default;
    constexpr explicit token_scopes(std::uint8_t bits) : bits_(bits) {}
    // Whether the sets have one in common.
    constexpr bool meets(token_scopes other) const { return (bits_ & other.bits_) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    friend constexpr token_scopes operator|(token_scopes a, token_scopes b)
    {
        return token_scopes(static_cast<std::uint8_t>(a.bits_ | b.bits_));
    }
    friend constexpr bool operator==(token_scopes, token_scopes) = default;

private:
    std::uint8_t bits_{};
};

namespace scope {
inline constexpr token_scopes none{};
inline constexpr token_scopes read{1};      // what its person sees
inline constexpr token_scopes report{2};    // what reporting a target takes, and reading
inline constexpr token_scopes directory{4}; // people, posts, agencies, days
} // namespace scope

// The persisted names of a set, in one order.
std::vector<std::string_view> names_of(token_scopes);
// The scope of that name; nothing when there is none.
std::optional<token_scopes> scope_named(std::string_view);
// What somebody who wants these is given: who reports has to read what is to be reported.
token_scopes with_implied(token_scopes);

// What is left of its person when a token asks.
struct token_bounds {
    token_scopes scopes{};
    std::string region{}; // code: nothing outside it and what lies below; empty: no bound
};

// What is said to a token that has none of these. The argument `scopes` names them, as RFC 6750
// does.
sentence outside_scope(token_scopes wanted);

} // namespace workflow
