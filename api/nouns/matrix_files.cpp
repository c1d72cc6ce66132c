// Over HTTP: the matrix as a file, in and out.
#include "api/files/read_file.hpp"
#include "api/http/download.hpp"
#include "api/http/query.hpp"
#include "api/nouns/matrix_import.hpp"
#include "api/nouns/revision_diff.hpp"
#include "api/nouns/routes.hpp"
#include "api/nouns/sight.hpp"
#include "api/sheets/import_account.hpp"
#include "persistence/nouns/plans.hpp"
#include "workflow/kinds/kind_words.hpp"
#include "workflow/matrix/matrix_actions.hpp"
#include "workflow/step/drafting.hpp"
#include "workflow/words/sentences.hpp"
#include <boost/json/serialize.hpp>

namespace api {
namespace {

using workflow::errc;
using workflow::refusal;
using workflow::result;

constexpr std::string_view xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

result<std::string> format_of(const request& asked, std::initializer_list<std::string_view> choices)
{
    auto format = required(asked, "format");
    if (!format || std::find(choices.begin(), choices.end(), *format) != choices.end())
        return format;
    std::string all;
    for (std::string_view each : choices) all.append(all.empty() ? "" : ", ").append(each);
    return refusal{errc::malformed, {"query_format", {{"choices", all}}}};
}

std::string bytes_of(const request& asked)
{
    return asked.body_file.empty() ? asked.body : whole_file(asked.body_file);
}

json::array problems_json(const import_report& report, const std::string& locale)
{
    json::array problems;
    for (const workflow::matrix_problem& p : report.problems)
        problems.push_back(
            {{"row", p.row}, {"column", p.column}, {"detail", workflow::say(locale, p.detail)}});
    return problems;
}

json::object report_json(const import_report& report, const std::string& locale)
{
    json::object told = account_json(report.account, locale);
    told["rows"] = report.rows;
    told["accepted"] = report.accepted;
    told["added"] = report.counts.added;
    told["replaced"] = report.counts.replaced;
    told["problems"] = problems_json(report, locale);
    return told;
}

result<reply> import_into(const work& at, const std::string& plan, const workflow::sheet& page)
{
    const auto w = world_to_draft(at, plan);
    if (!w) return w.error();
    const auto revision = workflow::draft_of(*w);
    if (!revision) return revision.error();
    const auto report = import_sheet(at, *w, *revision, page);
    if (!report) return report.error();
    json::object told = report_json(*report, at.locale);
    if (report->problems.empty()) told["changes"] = diff_json(report->before, report->after, plan);
    if (report->problems.empty()) return json_reply(200, json::serialize(told));
    refusal no{errc::invalid,
               {"matrix_invalid", {{"count", std::to_string(report->problems.size())}}}};
    no.extra_json = json::serialize(told);
    return no;
}

// The file is read once, before the transaction: a file that is none of ours is malformed, whoever
// sends it.
result<reply> take_in(const context& here, const call& asked)
{
    const auto format = format_of(asked.asked, {"xlsx", "csv"});
    if (!format) return fault_or_not_found(sight_of(here, "plans"), asked, format.error());
    const auto page = read_sheet(*format, bytes_of(asked.asked));
    if (!page) return fault_or_not_found(sight_of(here, "plans"), asked, page.error());
    return change(here, asked, [&](const work& at) { return import_into(at, asked.id(), *page); });
}

// What a file holds: one revision, as its reader sees it.
struct shown_matrix {
    workflow::plan head;
    std::string region;
    workflow::kind rules;
    int revision{};
    std::vector<workflow::action> actions;

    std::string name() const
    {
        return head.kind + "-" + head.region + "-" + workflow::shown_years(head.year, head.years) +
               "-r" + std::to_string(revision);
    }
    workflow::sheet sheet() const
    {
        const auto frame = workflow::frame_of(rules);
        return workflow::sheet_of(workflow::rows_of(actions, workflow::codes_of(frame.periods)),
                                  frame);
    }
};

json::object matrix_json(const shown_matrix& m)
{
    json::array actions;
    for (const workflow::action& a : m.actions) actions.push_back(action_json(a, m.head.id));
    json::object out{{"plan", m.head.id}, {"kind", m.head.kind}};
    out["region"] = {{"code", m.head.region}, {"name", m.region}};
    out["year"] = m.head.year;
    out["years"] = m.head.years;
    out["title"] = m.head.title;
    out["revision"] = m.revision;
    out["actions"] = std::move(actions);
    return out;
}

reply as_file(const shown_matrix& m, const std::string& format, workflow::instant now)
{
    if (format == "json")
        return download(json::serialize(matrix_json(m)), m.name() + ".json",
                        "application/json; charset=utf-8");
    if (format == "csv")
        return download(write_csv(m.sheet()), m.name() + ".csv", "text/csv; charset=utf-8");
    const std::vector<std::string> titles{
        m.head.title, m.region + ", " + workflow::shown_years(m.head.year, m.head.years)};
    return download(write_xlsx(m.sheet(), titles, now), m.name() + ".xlsx", std::string(xlsx_type));
}

result<shown_matrix> matrix_shown(const work& at, const std::string& plan,
                                  std::optional<int> revision)
{
    const auto w = looking_store(at).load(at.who, {"plans", plan}, {});
    if (!w) return w.error();
    const auto seen = persistence::visibility_of(at.unit, at.who, plan);
    shown_matrix m{
        w->head, w->place.name, w->rules, revision.value_or(*seen.revisions.rbegin()), {}};
    if (!seen.revisions.contains(m.revision)) return refusal{errc::not_found, {"not_found"}};
    m.actions = persistence::read_actions(at.unit, {plan, m.revision});
    return m;
}

result<reply> give_out(const context& here, const call& asked)
{
    const auto format = format_of(asked.asked, {"xlsx", "csv", "json"});
    if (!format) return fault_or_not_found(sight_of(here, "plans"), asked, format.error());
    const auto revision = number(asked.asked, "revision", 1, 1'000'000);
    if (!revision) return fault_or_not_found(sight_of(here, "plans"), asked, revision.error());
    std::optional<shown_matrix> matrix;
    const auto seen = look(here, asked, [&](const work& at) -> result<reply> {
        auto shown = matrix_shown(at, asked.id(), *revision);
        if (!shown) return shown.error();
        matrix = std::move(*shown);
        return reply{};
    });
    if (!seen) return seen;
    return as_file(*matrix, *format, here.clock());
}

} // namespace

std::vector<route> matrix_file_routes(const context& here)
{
    route in{"POST",        "/api/v1/plans/{id}/import", {},
             "import_plan", "Take in a spreadsheet",     scope::none};
    in.answer = [&here](const call& asked) { return take_in(here, asked); };
    in.body = body_kind::file;
    in.takes_idempotency_key = true;
    in.query = {"format", "dry_run"};

    route out{"GET",         "/api/v1/plans/{id}/export", {},
              "export_plan", "The matrix as a file",      scope::read};
    out.answer = [&here](const call& asked) { return give_out(here, asked); };
    out.query = {"format", "revision"};

    in.visible = out.visible = sight_of(here, "plans");
    std::vector<route> routes;
    for (route* each : {&in, &out}) routes.push_back(std::move(*each));
    return routes;
}

} // namespace api
