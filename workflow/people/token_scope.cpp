// One table of names.
#include "workflow/people/token_scope.hpp"

namespace workflow {
namespace {

struct named_scope {
    std::string_view name;
    token_scopes itself;
};
constexpr named_scope all_scopes[]{
    {"read", scope::read}, {"report", scope::report}, {"directory", scope::directory}};

} // namespace

std::vector<std::string_view> names_of(token_scopes of)
{
    std::vector<std::string_view> out;
    for (const named_scope& each : all_scopes)
        if (of.meets(each.itself)) out.push_back(each.name);
    return out;
}

std::optional<token_scopes> scope_named(std::string_view name)
{
    for (const named_scope& each : all_scopes)
        if (each.name == name) return each.itself;
    return std::nullopt;
}

token_scopes with_implied(token_scopes wanted)
{
    return wanted.meets(scope::report) ? wanted | scope::read : wanted;
}

sentence outside_scope(token_scopes wanted)
{
    if (wanted.empty()) return {"token_opens_no_such"};
    std::string named;
    for (const std::string_view each : names_of(wanted))
        named += (named.empty() ? "" : " ") + std::string(each);
    return {"token_lacks_scope", {{"scopes", named}}};
}

} // namespace workflow
