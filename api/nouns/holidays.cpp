// Parse, call, check, reply. The year's ETag guards the whole year.
#include "api/nouns/holidays.hpp"
#include "api/http/query.hpp"
#include "api/nouns/keepers.hpp"
#include "api/nouns/render.hpp"
#include "api/nouns/render_directory.hpp"
#include "persistence/nouns/holidays.hpp"
#include "persistence/nouns/regions.hpp"
#include "workflow/days/fixed_days.hpp"

namespace api {
namespace {

constexpr int year_least = 2000;
constexpr int year_most = 2100;
constexpr std::size_t holidays_max = 366;

struct place {
    int year{};
    std::string region; // empty: the nation's
};

workflow::result<place> place_of(const call& asked)
{
    if (auto given = required(asked.asked, "year"); !given) return given.error();
    const auto year = number(asked.asked, "year", year_least, year_most);
    if (!year) return year.error();
    const std::string region = text_or_empty(asked.asked, "region");
    return place{**year, region == workflow::nation ? std::string() : region};
}

// Without a list of its own a year has the days that fall on the same date every year.
reply year_reply(const place& of, const persistence::holiday_year& year)
{
    json::array items;
    json::array fixed;
    for (const auto& each : year.items) items.push_back(holiday_json(each));
    if (of.region.empty() && year.items.empty())
        for (const auto& each : workflow::fixed_days_of(of.year))
            fixed.push_back(holiday_json(each));
    reply told = resource_reply(
        200, {{"version", year.version}, {"items", std::move(items)}, {"fixed", std::move(fixed)}});
    told.is_told_by_tag = true;
    return told;
}

std::optional<workflow::refusal> refuse_unknown(const work& at, const place& of)
{
    if (of.region.empty() || persistence::find_region(at.unit, of.region)) return {};
    return workflow::refusal{workflow::errc::not_found, {"not_found"}};
}

workflow::result<reply> get(const context& here, const call& asked)
{
    const auto of = place_of(asked);
    if (!of) return of.error();
    return look(here, asked, [&](const work& at) -> workflow::result<reply> {
        if (auto no = refuse_unknown(at, *of)) return *no;
        return year_reply(*of, persistence::get_holidays(at.unit, of->year, of->region));
    });
}

std::vector<workflow::holiday> read_items(body_reader& in)
{
    std::vector<workflow::holiday> out;
    for (body_reader& item : in.objects("items", holidays_max))
        out.push_back({item.day("date"),
                       item.choice("kind", {"national", "joint_leave", "regional"}),
                       item.text("name")});
    return out;
}

workflow::result<reply> put(const context& here, const call& asked)
{
    const auto of = place_of(asked);
    if (!of) return of.error();
    return change(here, asked, [&](const work& at) -> workflow::result<reply> {
        if (auto no = refuse_unknown(at, *of)) return *no;
        const std::string keeper = of->region.empty() ? std::string(workflow::nation) : of->region;
        if (auto no = refuse_non_keeper(at, keeper)) return *no;
        body_reader in(asked.body);
        in.ignore("version"); // as it was read; If-Match decides
        in.ignore("fixed");
        const auto items = read_items(in);
        if (auto wrong = in.finish()) return *wrong;
        const auto done = persistence::put_holidays(
            at.unit, at.who,
            {.year = of->year, .region = of->region, .items = items, .version = asked.version});
        if (!done) return with_keepers(at, done.error());
        record(at, {"holidays_changed",
                    {{"region", of->region},
                     {"year", of->year},
                     {"version", done->version},
                     {"body", asked.body}}});
        return year_reply(*of, *done);
    });
}

} // namespace

std::vector<route> holiday_routes(const context& here)
{
    return {
        {.method = "GET",
         .pattern = "/api/v1/holidays",
         .answer = [&here](const call& asked) { return get(here, asked); },
         .operation = "get_holidays",
         .summary = "The days off of a year",
         .opened_by = scope::read | scope::directory,
         .query = {"year", "region"}},
        {.method = "PUT",
         .pattern = "/api/v1/holidays",
         .answer = [&here](const call& asked) { return put(here, asked); },
         .operation = "put_holidays",
         .summary = "Replace the days off of a year",
         .opened_by = scope::directory,
         .body = body_kind::json,
         .takes_if_match = true,
         .takes_idempotency_key = true,
         .query = {"year", "region"}},
    };
}

} // namespace api
