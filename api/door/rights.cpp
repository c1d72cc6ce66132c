// A post that begins on Monday begins two hours earlier in Jayapura than in Jakarta: the posts of
// the westernmost and of the easternmost day are read, and each is judged by its own zone.
#include "api/door/rights.hpp"
#include "persistence/nouns/principals.hpp"
#include "persistence/nouns/regions.hpp"
#include "workflow/days/calendar.hpp"
#include <algorithm>
#include <map>

namespace api {
namespace {

constexpr auto westernmost = "Asia/Jakarta";
constexpr auto easternmost = "Asia/Jayapura";

workflow::date today_at(persistence::unit_of_work& unit, const std::string& zone)
{
    return workflow::calendar({}, zone).today(unit.now());
}

} // namespace

workflow::date today_in(persistence::unit_of_work& unit, const std::string& region)
{
    const auto found = persistence::find_region(unit, region);
    return today_at(unit, found ? found->zone : westernmost);
}

std::optional<workflow::principal> rights_of(persistence::unit_of_work& unit,
                                             const std::string& user)
{
    const workflow::date west = today_at(unit, westernmost);
    const workflow::date east = today_at(unit, easternmost);
    auto who = persistence::load_principal(unit, user, west);
    if (!who || west == east) return who;
    auto& posts = who->appointments;
    if (auto later = persistence::load_principal(unit, user, east))
        for (auto& post : later->appointments)
            if (std::none_of(posts.begin(), posts.end(),
                             [&](const auto& p) { return p.id == post.id; }))
                posts.push_back(std::move(post));
    std::erase_if(posts, [&](const auto& p) { return !p.holds_on(today_in(unit, p.region)); });
    return who;
}

workflow::principal rights_of(persistence::unit_of_work& unit, const caller& by)
{
    workflow::principal who = rights_of(unit, by.who.user.id).value_or(workflow::principal{});
    who.bearer = by.who.bearer;
    who.stepped_up = by.who.stepped_up;
    who.bounds = by.who.bounds;
    return who;
}

} // namespace api
