// Administrators by region.
#include "api/nouns/keepers.hpp"
#include "api/door/rights.hpp"
#include "persistence/nouns/directory.hpp"

namespace api {
namespace {

std::vector<std::string> administrators_of(const work& at, const workflow::region& region)
{
    std::vector<std::string> names;
    const auto today = today_in(at.unit, region.code);
    for (const auto& post : persistence::posts_around(at.unit, region, today))
        if (post.role == workflow::role::administrator && post.region == region.code)
            names.push_back(post.user.name);
    return names;
}

} // namespace

workflow::refusal with_keepers(const work& at, workflow::refusal no)
{
    for (workflow::who_can& who : no.who) {
        const auto region = persistence::find_region(at.unit, who.region);
        if (!region) continue;
        who.region_name = region->name;
        who.names = administrators_of(at, *region);
    }
    return no;
}

std::optional<workflow::refusal> refuse_non_keeper(const work& at, const std::string& region)
{
    const bool is_known = persistence::find_region(at.unit, region).has_value();
    if (!is_known && !workflow::reach_in_directory(at.who).trees.empty()) return {};
    const auto may =
        workflow::require_keeper(at.who, is_known ? region : std::string(workflow::nation));
    if (may) return {};
    return with_keepers(at, may.error());
}

std::string own_region(const workflow::principal& who)
{
    const auto trees = workflow::reach_in_directory(who).trees;
    return trees.empty() ? std::string(workflow::nation) : trees.front();
}

std::string text_in(const boost::json::value& body, std::string_view member)
{
    const auto* object = body.if_object();
    const auto* found = object ? object->if_contains(member) : nullptr;
    const auto* text = found ? found->if_string() : nullptr;
    return text ? std::string(text->data(), text->size()) : std::string();
}

} // namespace api
