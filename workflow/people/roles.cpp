// The roles as a table; a kind's approval chain adds those of its stages.
#include "workflow/people/roles.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/people/person.hpp"
#include "workflow/words/sentences.hpp"

namespace workflow {
namespace {

struct role_row {
    std::string_view name;
    post_place takes;
};

// clang-format off
constexpr role_row rows[]{
    {role::agency_staff,  post_place::agency},
    {role::agency_head,   post_place::agency},
    {role::secretariat,   post_place::agency}, // Kesbangpol
    {role::observer,      post_place::region},
    {role::administrator, post_place::region},
};
// clang-format on

} // namespace

bilingual title_of_role(std::string_view role)
{
    const wording* found = find_wording("role_" + std::string(role));
    if (!found) return std::string(role);
    return {std::string(found->indonesian), std::string(found->english)};
}

bilingual title_of_role(const kind& rules, std::string_view role)
{
    const bilingual called = role_of_kind(rules, role);
    return called.empty() ? title_of_role(role) : called;
}

std::vector<coded> titles_of_roles(const std::vector<kind>& kinds)
{
    std::map<std::string, bilingual> of_kinds;
    for (const kind& rules : kinds) // the newest version last
        for (const coded& role : rules.roles) of_kinds.insert_or_assign(role.code, role.name);
    std::vector<coded> out;
    for (const role_row& row : rows)
        out.push_back({std::string(row.name), title_of_role(row.name)});
    for (auto& [code, name] : of_kinds) out.push_back({code, std::move(name)});
    return out;
}

role_table own_roles()
{
    role_table out;
    for (const role_row& row : rows) out.emplace(row.name, row.takes);
    return out;
}

role_table roles_of(const kind_registry& kinds)
{
    role_table out = own_roles();
    for (const kind* rules : kinds.newest_of_each()) add_chain_of(*rules, out);
    return out;
}

void add_chain_of(const kind& rules, role_table& roles)
{
    for (const auto& stage : rules.approval_chain) roles.emplace(stage.role, post_place::region);
}

std::string_view name_of(post_place place)
{
    return place == post_place::agency ? "agency" : "region";
}

} // namespace workflow
