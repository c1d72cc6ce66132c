// Parse, call, check, reply. The ETag guards all periods of the year, which are those of the kind
// in the version that the plan there was made with.
#include "api/nouns/periods.hpp"
#include "api/door/rights.hpp"
#include "api/http/query.hpp"
#include "api/nouns/keepers.hpp"
#include "api/nouns/render.hpp"
#include "api/nouns/render_directory.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/periods.hpp"
#include "persistence/nouns/regions.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/words/sentences.hpp"

namespace api {
namespace {

constexpr int year_least = 2000;
constexpr int year_most = 2100;
constexpr std::size_t periods_max = 60;

struct wanted_year {
    std::string kind;
    std::string region;
    int year{};
};

struct place {
    workflow::kind rules;
    workflow::region region;
    int year{};
};

workflow::result<wanted_year> year_of(const call& asked)
{
    for (const char* name : {"region", "kind", "year"})
        if (auto given = required(asked.asked, name); !given) return given.error();
    const auto year = number(asked.asked, "year", year_least, year_most);
    if (!year) return year.error();
    return wanted_year{text_or_empty(asked.asked, "kind"), text_or_empty(asked.asked, "region"),
                       **year};
}

workflow::result<place> place_of(const work& at, const wanted_year& of)
{
    const auto region = persistence::find_region(at.unit, of.region);
    auto goes_by = persistence::kind_in(at.unit, at.here.kinds, of.kind, of.region, of.year);
    if (region && goes_by) return place{std::move(goes_by->rules), *region, goes_by->first_year};
    return workflow::refusal{workflow::errc::not_found, {"not_found"}};
}

json::object year_json(const work& at, const place& of, const persistence::period_year& year)
{
    json::array items;
    for (const auto& each : year.items)
        items.push_back(period_json(of.rules, of.year, each, at.locale));
    return {{"version", year.version},
            {"kind_version", of.rules.version},
            {"year", of.year},
            {"years", of.rules.years},
            {"items", std::move(items)}};
}

// Targets that closed before their period's new end: whoever moved it believes them open.
json::array stays_lapsed(const work& at, const place& of,
                         const std::vector<workflow::period>& periods)
{
    const auto today = today_in(at.unit, of.region.code);
    const auto lapsed = persistence::lapsed_targets(at.unit, of.rules, of.region, of.year);
    json::array out;
    for (const workflow::period& p : periods) {
        const auto found = lapsed.find(p.code);
        if (found == lapsed.end() || p.lock < today) continue;
        const workflow::sentence detail{
            "targets_stay_lapsed",
            {{"count", std::to_string(found->second)},
             {"period", workflow::period_title(of.rules, p.code, of.year)}}};
        out.push_back({{"period", p.code},
                       {"targets", found->second},
                       {"detail", workflow::say(at.locale, detail)}});
    }
    return out;
}

workflow::result<reply> get(const context& here, const call& asked)
{
    const auto wanted = year_of(asked);
    if (!wanted) return wanted.error();
    return look(here, asked, [&](const work& at) -> workflow::result<reply> {
        const auto of = place_of(at, *wanted);
        if (!of) return of.error();
        const auto year = persistence::get_periods(at.unit, of->rules, of->region, of->year);
        return resource_reply(200, year_json(at, *of, year));
    });
}

std::vector<workflow::period> read_items(body_reader& in)
{
    std::vector<workflow::period> out;
    for (body_reader& item : in.objects("items", periods_max)) {
        item.ignore("title"); // the kind's to say
        out.push_back({item.text("code"), item.day("from"), item.day("to"), item.day("cut_off"),
                       item.day("due"), item.day("lock")});
    }
    return out;
}

workflow::result<reply> put(const context& here, const call& asked)
{
    const auto wanted = year_of(asked);
    if (!wanted) return wanted.error();
    return change(here, asked, [&](const work& at) -> workflow::result<reply> {
        const auto of = place_of(at, *wanted);
        if (!of) return of.error();
        if (auto no = refuse_non_keeper(at, of->region.code)) return *no;
        body_reader in(asked.body);
        in.ignore("version"); // as it was read; If-Match decides
        for (const char* said : {"kind_version", "year", "years"}) in.ignore(said);
        in.ignore("stays_lapsed");
        const auto items = read_items(in);
        if (auto wrong = in.finish()) return *wrong;
        const auto done =
            persistence::put_periods(at.unit, at.who, of->rules, of->region,
                                     {.year = of->year, .items = items, .version = asked.version});
        if (!done) return with_keepers(at, done.error());
        record(at, {"periods_changed",
                    {{"region", of->region.code},
                     {"kind", of->rules.name},
                     {"year", of->year},
                     {"kind_version", of->rules.version},
                     {"version", done->version},
                     {"body", asked.body}}});
        auto out = year_json(at, *of, *done);
        out["stays_lapsed"] = stays_lapsed(at, *of, done->items);
        return resource_reply(200, out);
    });
}

} // namespace

std::vector<route> period_routes(const context& here)
{
    return {
        {.method = "GET",
         .pattern = "/api/v1/periods",
         .answer = [&here](const call& asked) { return get(here, asked); },
         .operation = "get_periods",
         .summary = "The periods of a region, kind and year",
         .opened_by = scope::read | scope::directory,
         .query = {"region", "kind", "year"}},
        {.method = "PUT",
         .pattern = "/api/v1/periods",
         .answer = [&here](const call& asked) { return put(here, asked); },
         .operation = "put_periods",
         .summary = "Move the dates of periods; those not named follow the kind again",
         .opened_by = scope::directory,
         .body = body_kind::json,
         .takes_if_match = true,
         .takes_idempotency_key = true,
         .query = {"region", "kind", "year"}},
    };
}

} // namespace api
