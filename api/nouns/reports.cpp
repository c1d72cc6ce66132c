// Over HTTP: period reports.
#include "persistence/nouns/reports.hpp"
#include "api/http/query.hpp"
#include "api/nouns/noun.hpp"
#include "api/nouns/returned.hpp"
#include "api/nouns/single.hpp"
#include "api/nouns/worlds.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/step/engine.hpp"

namespace api {
namespace {

using workflow::item;
using workflow::result;
using workflow::world;

// clang-format off
constexpr operation_shape operations[]{
    {"GET", "/api/v1/reports",      200, "report_item", "", true},
    {"GET", "/api/v1/reports/{id}", 200, "report"},
};
// clang-format on

json::object render(const world& w, const item& x, const viewer& by)
{
    return report_json(w, as<workflow::report>(x), by);
}

std::string title(const world& w, const item& x, const std::string& locale)
{
    return workflow::say(
        locale,
        {"waiting_report",
         {{"period", workflow::period_title(w.rules, as<workflow::report>(x).period)},
          {"year", workflow::years_of_period(w.rules, as<workflow::report>(x).period, w.head.year)},
          {"region", w.place.name}}});
}

void put_missing(json::array& changed, const world& w, const std::vector<workflow::gap>& from,
                 const std::vector<workflow::gap>& in)
{
    for (const workflow::gap& g : from)
        if (!workflow::with_id(in, g.id)) changed.push_back(label_of(w, g));
}

// Gaps that were not there when the report went up, and those that are closed by now.
json::value changes(const world& w, const item& x, const viewer& by)
{
    if (!by.sees.drafting) return nullptr;
    if (!includes(w.loaded, workflow::parts::reports | workflow::parts::targets)) return nullptr;
    const auto& r = as<workflow::report>(x);
    const auto now = workflow::gaps_of(w, r);
    json::array changed;
    put_missing(changed, w, r.gaps, now);
    put_missing(changed, w, now, r.gaps);
    return changed;
}

result<void> find(const work& at, const std::string& id)
{
    return whether(persistence::find_report(at.unit, at.who, id));
}

result<reply> list(const context& here, const call& asked)
{
    const auto year = number(asked.asked, "year", 0, 9999);
    if (!year) return year.error();
    const page wanted = page_of(asked.asked).value();
    const persistence::report_filter filter{text_or_empty(asked.asked, "region"),
                                            text_or_empty(asked.asked, "kind"),
                                            text_or_empty(asked.asked, "period"), *year};
    return look(here, asked, [&](const work& at) -> result<reply> {
        const auto found =
            persistence::list_reports(at.unit, at.who, filter, {wanted.limit, wanted.cursor});
        if (!found) return found.error();
        plan_worlds worlds(at, workflow::parts_for("reports"));
        json::array items;
        for (const persistence::placed_report& r : found->items) {
            const auto& [w, by] = worlds.of(r.plan);
            items.push_back(report_json(w, r.report, by));
        }
        return list_reply(std::move(items), found->next);
    });
}

std::vector<route> routes(const context& here)
{
    route all{"GET", "/api/v1/reports", {}, "list_reports", "Period reports", scope::read};
    all.answer = [&here](const call& asked) { return list(here, asked); };
    all.query = {"region", "kind", "year", "period", "limit", "cursor"};

    std::vector<route> out;
    out.push_back(std::move(all));
    out.push_back(
        single_route(here, "/api/v1/reports/{id}", "reports", "get_report", "One period report"));
    return out;
}

} // namespace

const noun* answer(shown_as<workflow::report>)
{
    static const noun self{
        .resource = "reports",
        // tidy allows names_where_defined: the noun, not what one does with a target
        .singular = "report",
        .render = &render,
        .title = &title,
        .changes = &changes,
        .find = &find,
        .routes = &routes,
        .operations = operations,
    };
    return &self;
}

} // namespace api
