// Over HTTP: period reports, and what is answered to the questions of their kind.
#include "persistence/nouns/reports.hpp"
#include "api/http/json_body.hpp"
#include "api/http/query.hpp"
#include "api/nouns/noun.hpp"
#include "api/nouns/returned.hpp"
#include "api/nouns/sight.hpp"
#include "api/nouns/single.hpp"
#include "api/nouns/worlds.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/step/answering.hpp"
#include "workflow/step/engine.hpp"

namespace api {
namespace {

using workflow::item;
using workflow::result;
using workflow::world;

// clang-format off
constexpr operation_shape operations[]{
    {"GET",   "/api/v1/reports",      200, "report_item", "", true},
    {"GET",   "/api/v1/reports/{id}", 200, "report"},
    {"PATCH", "/api/v1/reports/{id}", 200, "report", "report_change"},
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

constexpr text_rule answer_rule{0, 4000, true}; // an emptied answer is saved as well

result<reply> one(const work& at, const std::string& id)
{
    return single_reply(at, {"reports", id}, workflow::parts_for("reports"),
                        [&](json::object& out, const world& w, const viewer& by) {
                            out["editable"] = bool(workflow::may_answer(
                                by.at.here.catalog, w, {"reports", id}, by.at.who));
                        });
}

std::string text_of(body_reader& in, const std::string& name)
{
    if (in.is_null(name)) return in.ignore(name), std::string();
    return in.optional_text(name, answer_rule).value_or(std::string());
}

workflow::report_answers answers_in(body_reader& in, const workflow::kind& rules)
{
    workflow::report_answers given;
    for (const workflow::report_question& q : rules.questions)
        if (in.has(q.code)) given[q.code] = text_of(in, q.code);
    return given;
}

result<reply> save(const work& at, const call& asked)
{
    const workflow::subject about{"reports", asked.id()};
    const auto w = looking_store(at).load(at.who, about, workflow::parts::reports);
    if (!w) return w.error();
    if (auto may = workflow::may_answer(at.here.catalog, *w, about, at.who); !may)
        return may.error();
    body_reader in(asked.body);
    body_reader answers = in.object("answers");
    const workflow::report_answers given = answers_in(answers, w->rules);
    if (auto no = in.finish()) return *no;
    if (auto saved = persistence::save_answers(at.unit, about.id, given, asked.version); !saved)
        return saved.error();
    return one(at, about.id);
}

std::vector<route> routes(const context& here)
{
    route all{"GET", "/api/v1/reports", {}, "list_reports", "Period reports", scope::read};
    all.answer = [&here](const call& asked) { return list(here, asked); };
    all.query = {"region", "kind", "year", "period", "limit", "cursor"};

    route single{"GET", "/api/v1/reports/{id}", {}, "get_report", "One period report", scope::read};
    single.answer = [&here](const call& asked) {
        return look(here, asked, [&](const work& at) { return one(at, asked.id()); });
    };

    route edit{"PATCH",       "/api/v1/reports/{id}",        {},
               "edit_report", "Answer a report's questions", scope::none};
    edit.answer = [&here](const call& asked) {
        return change(here, asked, [&](const work& at) { return save(at, asked); });
    };
    edit.body = body_kind::json;
    edit.takes_if_match = edit.takes_idempotency_key = true;

    single.visible = edit.visible = sight_of(here, "reports");
    std::vector<route> out;
    for (route* each : {&all, &single, &edit}) out.push_back(std::move(*each));
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
