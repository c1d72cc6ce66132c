// Lists, and one report.
#include "api/nouns/reports.hpp"
#include "api/http/query.hpp"
#include "api/nouns/sight.hpp"
#include "api/nouns/single.hpp"
#include "api/nouns/worlds.hpp"
#include "persistence/nouns/reports.hpp"
#include "workflow/step/engine.hpp"

namespace api {
namespace {

using workflow::result;

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

} // namespace

std::vector<route> report_routes(const context& here)
{
    route all{"GET", "/api/v1/reports", {}, "list_reports", "Period reports"};
    all.answer = [&here](const call& asked) { return list(here, asked); };
    all.query = {"region", "kind", "year", "period", "limit", "cursor"};

    route single{"GET", "/api/v1/reports/{id}", {}, "get_report", "One period report"};
    single.visible = sight_of(here, "reports");
    single.answer = [&here](const call& asked) {
        return look(here, asked, [&](const work& at) {
            return single_reply(at, {"reports", asked.id()}, workflow::parts_for("reports"));
        });
    };
    std::vector<route> routes;
    for (route* each : {&all, &single}) routes.push_back(std::move(*each));
    return routes;
}

} // namespace api
