// Regions × plan state × periods, each row with the periods of its own plan's version of the kind.
// Regions that the caller looks after are listed without a plan too.
#include "api/nouns/overview.hpp"
#include "api/http/config.hpp"
#include "api/http/query.hpp"
#include "api/nouns/render.hpp"
#include "persistence/nouns/calendars.hpp"
#include "persistence/nouns/kinds.hpp"
#include "persistence/nouns/overview.hpp"
#include "persistence/nouns/regions.hpp"
#include "workflow/days/later_of.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/things/target.hpp"
#include <algorithm>

namespace api {
namespace {

namespace target_state = workflow::target_state;

using persistence::overview_row;
using workflow::result;

struct question {
    std::string kind;
    int year{};
    std::string region; // empty: everywhere
};

// The regions whose plans somebody is to watch, drafted or not: their own, and those that report
// to them. Agencies watch nobody.
bool looks_after(const persistence::reach& r, const std::string& region)
{
    const auto is = [&](const std::string& seat) { return seat == region; };
    return std::any_of(r.secretariats.begin(), r.secretariats.end(), is) ||
           persistence::receives(r, region) ||
           std::any_of(r.watched.begin(), r.watched.end(),
                       [&](const std::string& top) { return workflow::lies_within(region, top); });
}

std::vector<workflow::region> all_regions(persistence::unit_of_work& unit)
{
    std::vector<workflow::region> all;
    persistence::page_request wanted{page_limit_max, {}};
    do {
        auto found = persistence::list_regions(unit, wanted).value();
        for (workflow::region& r : found.items) all.push_back(std::move(r));
        wanted.cursor = found.next;
    } while (!wanted.cursor.empty());
    return all;
}

struct period_counts {
    std::int64_t total{}, open{}, overdue{};
    std::map<std::string, std::int64_t> states;

    std::int64_t in(std::initializer_list<std::string_view> wanted) const
    {
        std::int64_t sum = 0;
        for (const auto& [state, count] : states)
            if (std::find(wanted.begin(), wanted.end(), state) != wanted.end()) sum += count;
        return sum;
    }
};

period_counts counted(const overview_row& row, const workflow::period& p,
                      const workflow::calendar& days, workflow::instant now)
{
    period_counts out;
    for (const persistence::target_count& c : row.counts) {
        if (c.period != p.code || c.state == target_state::withdrawn) continue;
        out.total += c.targets;
        out.states[c.state] += c.targets;
        if (c.state == target_state::open &&
            days.has_passed(workflow::later_of(c.extended_to, p.cut_off), now))
            out.overdue += c.targets;
    }
    return out;
}

// `reported` are those that now wait for somebody else than who reported.
json::object period_json(const workflow::period& p, const period_counts& c)
{
    json::object states;
    for (const auto& [state, count] : c.states) states[state] = count;
    json::object out{{"code", p.code}, {"from", workflow::iso(p.from)}};
    out["to"] = workflow::iso(p.to);
    out["due"] = workflow::iso(p.due);
    out["cut_off"] = workflow::iso(p.cut_off);
    out["signed"] = c.in({target_state::signed_off});
    out["reported"] = c.in({target_state::reported, target_state::endorsed});
    out["open"] = c.in({target_state::open});
    out["overdue"] = c.overdue;
    out["infeasible"] = c.in({target_state::infeasible});
    out["not_reported"] = c.in({target_state::not_reported});
    out["total"] = c.total;
    out["states"] = std::move(states);
    return out;
}

json::object row_json(const work& at, const question& asked, const workflow::region& region,
                      const overview_row* row)
{
    json::object out{{"region", region_json(region)}};
    out["plan"] = row ? text_or_null(row->plan) : json::value(nullptr);
    for (const char* of_the_plan : {"kind_version", "year", "years"}) out[of_the_plan] = nullptr;
    out["state"] = row ? row->state : std::string("not_drafted");
    json::array periods;
    if (row && !row->plan.empty()) {
        const auto rules =
            persistence::find_kind(at.unit, at.here.kinds, asked.kind, row->kind_version);
        out["kind_version"] = rules.version;
        out["year"] = row->year;
        out["years"] = row->years;
        const auto days = persistence::calendar_for(at.unit, region, row->year, row->years);
        for (const workflow::period& p :
             persistence::periods_for(at.unit, rules, region, row->year)) {
            auto told = period_json(p, counted(*row, p, days, at.unit.now()));
            told["title"] = workflow::period_title(rules, p.code, row->year).in(at.locale);
            periods.push_back(std::move(told));
        }
    }
    out["periods"] = std::move(periods);
    return out;
}

workflow::refusal no_such_kind()
{
    return {workflow::errc::malformed, {"query_kind"}};
}

result<reply> list(const work& at, const question& asked, const page& wanted)
{
    const auto after = persistence::key_of({wanted.limit, wanted.cursor}, 1);
    if (!after) return after.error();
    if (!persistence::is_kind(at.unit, at.here.kinds, asked.kind)) return no_such_kind();
    std::map<std::string, overview_row> rows;
    for (overview_row& row :
         persistence::overview(at.unit, at.who, asked.kind, asked.year, asked.region))
        rows.emplace(row.region, std::move(row));
    const auto r = persistence::reach_of(at.who);
    std::vector<workflow::region> shown;
    for (workflow::region& region : all_regions(at.unit)) {
        const bool wanted_region =
            asked.region.empty() || workflow::lies_within(region.code, asked.region);
        if (wanted_region && region.code > after->front() &&
            (rows.contains(region.code) ||
             (region.code != workflow::nation && looks_after(r, region.code))))
            shown.push_back(std::move(region));
    }
    const auto cut = persistence::cut(std::move(shown), wanted.limit, [](const auto& region) {
        return std::vector<std::string>{region.code};
    });
    json::array items;
    for (const workflow::region& region : cut.items) {
        const auto row = rows.find(region.code);
        items.push_back(row_json(at, asked, region, row == rows.end() ? nullptr : &row->second));
    }
    return list_reply(std::move(items), cut.next);
}

result<reply> answer(const context& here, const call& asked)
{
    const auto kind = required(asked.asked, "kind");
    if (!kind) return kind.error();
    const auto year_given = required(asked.asked, "year");
    if (!year_given) return year_given.error();
    const auto year = number(asked.asked, "year", 2000, 2100);
    if (!year) return year.error();
    const question question{*kind, **year, text_or_empty(asked.asked, "region")};
    const page wanted = page_of(asked.asked).value();
    return look(here, asked, [&](const work& at) { return list(at, question, wanted); });
}

} // namespace

std::vector<route> overview_routes(const context& here)
{
    route all{"GET", "/api/v1/overview", {}, "overview", "How far the regions are", scope::read};
    all.answer = [&here](const call& asked) { return answer(here, asked); };
    all.query = {"kind", "year", "region", "limit", "cursor"};
    std::vector<route> routes;
    routes.push_back(std::move(all));
    return routes;
}

} // namespace api
