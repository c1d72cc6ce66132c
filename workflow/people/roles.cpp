// The roles as a table; a kind's approval chain adds those of its stages.
#include "workflow/people/roles.hpp"
#include "workflow/people/person.hpp"

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
    {role::sahli,         post_place::region},
    {role::observer,      post_place::region},
    {role::administrator, post_place::region},
};
// clang-format on

} // namespace

role_table own_roles()
{
    role_table out;
    for (const role_row& row : rows) out.emplace(row.name, row.takes);
    return out;
}

role_table roles_of(const kind_registry& kinds)
{
    role_table out = own_roles();
    for (const auto& rules : kinds.all())
        for (const auto& stage : rules.approval_chain) out.emplace(stage.role, post_place::region);
    return out;
}

std::string_view name_of(post_place place)
{
    return place == post_place::agency ? "agency" : "region";
}

} // namespace workflow
