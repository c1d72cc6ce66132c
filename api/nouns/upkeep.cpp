// Parse, call, check, reply.
#include "api/nouns/upkeep.hpp"
#include "api/clerks/scheduler.hpp"
#include "api/door/rights.hpp"
#include "api/nouns/render.hpp"
#include "persistence/nouns/courses.hpp"
#include "workflow/days/clock_watch.hpp"
#include "workflow/days/fixed_days.hpp"
#include "workflow/people/directory_rights.hpp"
#include "workflow/words/sentences.hpp"
#include <boost/json/serialize.hpp>

namespace api {
namespace {

using workflow::refusal;

// Those who keep any directory; the nation's administrators are who could make one.
std::optional<refusal> refuse_stranger(const work& at)
{
    if (!workflow::reach_in_directory(at.who).trees.empty()) return {};
    return workflow::require_keeper(at.who, std::string(workflow::nation)).error();
}

struct matter {
    const char* what;
    workflow::sentence detail;
    std::string link; // of the page on which it is seen to; empty: none
};

bool stands_still(const std::optional<workflow::instant>& ran, workflow::instant now)
{
    return !ran || now - *ran > scheduler_late_after || *ran > now + workflow::clock_difference_max;
}

// The present year always, the coming one when its decree should be there.
std::vector<int> years_without_list(persistence::unit_of_work& unit)
{
    const auto today = today_in(unit, std::string(workflow::nation));
    const int year = static_cast<int>(today.year());
    std::vector<int> out;
    if (!persistence::has_holidays(unit, year)) out.push_back(year);
    if (workflow::is_time_for_next_year(today) && !persistence::has_holidays(unit, year + 1))
        out.push_back(year + 1);
    return out;
}

json::object upkeep_json(const work& at)
{
    const auto now = at.unit.now();
    const auto ran = persistence::last_done(at.unit, scheduler_job);
    std::vector<matter> matters;
    if (stands_still(ran, now))
        matters.push_back({"scheduler_late", {"upkeep_scheduler_late"}, {}});
    for (const int year : years_without_list(at.unit))
        matters.push_back({"holidays_missing",
                           {"upkeep_holidays_missing", {{"year", std::to_string(year)}}},
                           "/pengaturan/kalender?wilayah=00&tahun=" + std::to_string(year)});
    json::array items;
    for (const matter& each : matters)
        items.push_back({{"what", each.what},
                         {"detail", workflow::say(at.locale, each.detail)},
                         {"link", text_or_null(each.link)}});
    const json::value last = ran ? json::value(workflow::rfc3339(*ran)) : json::value(nullptr);
    return {{"scheduler", {{"last_ran", last}, {"is_late", stands_still(ran, now)}}},
            {"items", std::move(items)}};
}

} // namespace

std::vector<route> upkeep_routes(const context& here)
{
    route all{"GET",      "/api/v1/upkeep", {}, "upkeep", "What an administrator must see to",
              scope::read};
    all.answer = [&here](const call& asked) {
        return look(here, asked, [](const work& at) -> workflow::result<reply> {
            if (auto no = refuse_stranger(at)) return *no;
            return json_reply(200, json::serialize(upkeep_json(at)));
        });
    };
    std::vector<route> routes;
    routes.push_back(std::move(all));
    return routes;
}

} // namespace api
