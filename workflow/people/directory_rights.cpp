// Posts against regions.
#include "workflow/people/directory_rights.hpp"
#include <algorithm>

namespace workflow {

directory_reach reach_in_directory(const principal& who)
{
    directory_reach out;
    const std::string within = who.within();
    for (const auto& post : who.appointments) {
        if (post.role == role::secretariat && is_within(post.region, within))
            out.regions.push_back(post.region);
        if (post.role != role::administrator) continue;
        if (const auto top = cut_to(post.region, within)) out.trees.push_back(*top);
    }
    return out;
}

bool sees_directory_of(const directory_reach& reach, std::string_view region)
{
    return std::find(reach.regions.begin(), reach.regions.end(), region) != reach.regions.end() ||
           std::any_of(reach.trees.begin(), reach.trees.end(),
                       [&](const std::string& top) { return lies_within(region, top); });
}

bool keeps_directory_of(const principal& who, std::string_view region)
{
    return sees_directory_of({.regions = {}, .trees = reach_in_directory(who).trees}, region);
}

result<void> require_keeper(const principal& who, const std::string& region)
{
    if (keeps_directory_of(who, region)) return {};
    return refusal{.code = errc::forbidden,
                   .reason = {"not_permitted"},
                   .who = {{.role = std::string(role::administrator),
                            .agency = {},
                            .region = region,
                            .region_name = {},
                            .names = {}}}};
}

result<void> require_keeper_of(const principal& who, const user& of,
                               const std::function<date(const std::string& region)>& today)
{
    if (auto may = require_keeper(who, of.region); !may) return may;
    for (const appointment& post : of.appointments) {
        if (post.to && *post.to < today(post.region)) continue;
        if (auto may = require_keeper(who, post.region); !may) return may;
    }
    return {};
}

} // namespace workflow
