// Member by member.
#include "api/nouns/import_json.hpp"
#include "api/http/problem.hpp"
#include "api/nouns/import_answers.hpp"
#include "api/nouns/revision_diff.hpp"
#include "workflow/words/sentences.hpp"
#include <boost/json/parse.hpp>
#include <map>

namespace api {
namespace {

using persistence::import_act;
using persistence::matrix_import;
using workflow::matrix_change;
using workflow::matrix_problem;

json::value act_json(const import_act& act)
{
    if (act.by.id.empty()) return nullptr;
    return {{"by", person_json(act.by)}, {"at", workflow::rfc3339(act.at)}};
}

json::array sheets_json(const import_preview& preview)
{
    json::array out;
    for (const workflow::told_sheet& each : preview.read.account.sheets) {
        json::array headers;
        if (each.header_row) headers.push_back(each.header_row);
        out.push_back({{"name", text_or_null(each.name)},
                       {"visible", !each.is_hidden},
                       {"active", each.is_active},
                       {"read", each.is_read},
                       {"header_rows", std::move(headers)},
                       {"cells", each.cells}});
    }
    return out;
}

json::array columns_json(const import_preview& preview)
{
    json::array out;
    for (const workflow::told_column& each : preview.read.account.columns)
        out.push_back({{"sheet", text_or_null(each.sheet)},
                       {"letter", each.letter},
                       {"header", each.heading},
                       {"field", text_or_null(each.field)},
                       {"cells", each.cells},
                       {"example", text_or_null(each.example)}});
    return out;
}

json::object row_json(const std::string& sheet, int row, std::string_view kind)
{
    json::object out;
    out["sheet"] = text_or_null(sheet);
    out["row"] = row;
    out["kind"] = kind;
    out["action"] = nullptr;
    out["text"] = nullptr;
    out["cells"] = nullptr;
    out["why"] = nullptr;
    return out;
}

std::string_view name_of(workflow::used_row::form is)
{
    using form = workflow::used_row::form;
    return is == form::action ? "action" : is == form::part ? "part" : "heading";
}

json::array rows_json(const import_preview& preview, const std::string& locale)
{
    json::array out;
    for (const workflow::used_row& each : preview.read.account.rows) {
        json::object row = row_json(each.sheet, each.row, name_of(each.is));
        if (each.action) row["action"] = each.action;
        out.push_back(std::move(row));
    }
    for (const workflow::told_row& each : preview.read.account.left_out) {
        json::object row = row_json(each.sheet, each.row, "left_out");
        row["text"] = each.text;
        row["cells"] = each.cells;
        row["why"] = workflow::say(locale, each.why);
        out.push_back(std::move(row));
    }
    return out;
}

json::object cells_json(const workflow::told_cells& cells)
{
    return {{"total", cells.total},           {"used", cells.used},
            {"heading", cells.heading},       {"unused_columns", cells.column_not_used},
            {"left_out", cells.row_left_out}, {"other_sheets", cells.sheet_not_read}};
}

json::value agency_json_of(const import_preview& preview, const std::string& id)
{
    for (const workflow::agency& each : preview.frame.agencies)
        if (each.id == id) return {{"id", each.id}, {"name", each.name}};
    return nullptr;
}

json::array agencies_json(const import_preview& preview)
{
    json::array out;
    for (const workflow::told_agency& each : preview.read.agencies) {
        json::array suggestions;
        for (const std::string& id : each.suggestions)
            if (auto known = agency_json_of(preview, id); !known.is_null())
                suggestions.push_back(std::move(known));
        out.push_back({{"text", each.text},
                       {"count", each.count},
                       {"agency", agency_json_of(preview, each.agency)},
                       {"suggestions", std::move(suggestions)},
                       {"leads", each.leads},
                       {"answered", each.is_answered}});
    }
    return out;
}

json::array questions_json(const import_preview& preview, const std::string& locale)
{
    json::array out;
    for (const workflow::matrix_question& each : preview.questions()) {
        json::array choices;
        for (const workflow::matrix_choice& choice : each.choices)
            choices.push_back({{"id", choice.id}, {"text", workflow::say(locale, choice.text)}});
        out.push_back({{"id", each.id},
                       {"text", workflow::say(locale, each.text)},
                       {"choices", std::move(choices)},
                       {"proposed", text_or_null(each.proposed)},
                       {"answer", text_or_null(each.answer)}});
    }
    return out;
}

std::string_view name_of(matrix_change::form is)
{
    using form = matrix_change::form;
    static const std::map<form, std::string_view> names{
        {form::added, "added"},           {form::changed, "changed"}, {form::same, "same"},
        {form::renumbered, "renumbered"}, {form::missing, "missing"}, {form::unsure, "unsure"}};
    return names.at(is);
}

// `kept`: the draft's stays although the file says otherwise, or nothing.
json::array changes_json(const import_preview& preview)
{
    json::array out;
    for (const matrix_change& each : preview.matched.changes) {
        const workflow::action& shown = each.after ? *each.after : *each.before;
        json::object change{{"kind", name_of(each.is)}};
        change["action"] = each.before ? json::value(each.before->id) : json::value(nullptr);
        change["number"] = shown.number;
        change["title"] = shown.title;
        change["kept"] = each.is_kept;
        change["sheet"] = text_or_null(each.sheet);
        change["row"] = each.row ? json::value(each.row) : json::value(nullptr);
        change["fields"] =
            each.before && each.after ? fields_between(*each.before, *each.after) : json::array();
        out.push_back(std::move(change));
    }
    return out;
}

json::array told_json(const std::vector<matrix_problem>& told, const std::string& locale)
{
    json::array out;
    for (const matrix_problem& each : told)
        out.push_back({{"sheet", text_or_null(each.sheet)},
                       {"row", each.row ? json::value(each.row) : json::value(nullptr)},
                       {"cell", text_or_null(each.cell)},
                       {"column", text_or_null(each.column)},
                       {"detail", workflow::say(locale, each.detail)}});
    return out;
}

json::object command_json(const work& at, const matrix_import& i, std::string_view name,
                          const std::optional<workflow::refusal>& no)
{
    json::object out{{"name", name}, {"allowed", !no.has_value()}};
    out["reason"] = no ? json::value(workflow::say(at.locale, no->reason)) : json::value(nullptr);
    out["needs"] = json::array();
    out["who"] = no ? json::value(who_json(no->who, at.locale)) : json::value(nullptr);
    out["href"] = "/api/v1/imports/" + i.id + "/commands/" + std::string(name);
    return out;
}

} // namespace

json::object import_item_json(const matrix_import& i)
{
    json::object out{{"id", i.id}, {"version", i.version}, {"plan", i.plan}};
    out["revision"] = i.revision;
    out["kind"] = i.kind;
    out["state"] = i.state;
    out["file"] = {{"name", i.name},
                   {"size", i.size},
                   {"sha256", i.sha256},
                   {"document", text_or_null(i.document)}};
    out["made"] = act_json(i.made);
    out["applied"] = act_json(i.applied);
    out["undone"] = act_json(i.undone);
    const json::value outcome = json::parse(i.outcome);
    out["outcome"] = outcome.as_object().empty() ? json::value(nullptr) : outcome;
    return out;
}

json::array import_commands_json(const work& at, const workflow::world& w, const matrix_import& i,
                                 const import_preview& preview)
{
    json::array out;
    if (i.state == persistence::import_state::open)
        out.push_back(command_json(at, i, "apply", fault_of_apply(at, w, i, preview)));
    if (i.state == persistence::import_state::applied)
        out.push_back(command_json(at, i, "undo", fault_of_undo(at, w, i, preview)));
    return out;
}

json::object import_json(const work& at, const workflow::world& w, const matrix_import& i,
                         const import_preview& preview)
{
    const auto fields = fields_of(preview.frame);
    json::object out = import_item_json(i);
    out["draft_changed"] = i.state == persistence::import_state::open && preview.draft != i.draft;
    out["sheets"] = sheets_json(preview);
    out["columns"] = columns_json(preview);
    out["available_fields"] = json::array(fields.begin(), fields.end());
    out["rows"] = rows_json(preview, at.locale);
    out["cells"] = cells_json(preview.read.account.cells);
    out["agencies"] = agencies_json(preview);
    out["questions"] = questions_json(preview, at.locale);
    out["changes"] = changes_json(preview);
    out["problems"] = told_json(preview.problems(), at.locale);
    out["remarks"] = told_json(preview.remarks(), at.locale);
    out["commands"] = import_commands_json(at, w, i, preview);
    return out;
}

} // namespace api
