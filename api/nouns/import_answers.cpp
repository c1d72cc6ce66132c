// Answers as JSON, as a body, and as what is remembered.
#include "api/nouns/import_answers.hpp"
#include "api/nouns/import_preview.hpp"
#include "workflow/matrix/matrix_header.hpp"
#include "workflow/matrix/matrix_text.hpp"
#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace api {
namespace {

using workflow::matrix_answers;
using workflow::told_column;

constexpr std::size_t sheets_max = 200;
constexpr std::size_t columns_given_max = 1000;
constexpr std::size_t agencies_given_max = 1000;
constexpr text_rule sheet_rule{0, 200, true};
constexpr text_rule spelling_rule{1, workflow::matrix_text_characters_max, true};

std::string text_at(const json::value& from, std::string_view name)
{
    return std::string(from.as_object().at(name).as_string());
}

bool is_sheet(const import_preview& file, const std::string& name)
{
    const auto& all = file.read.account.sheets;
    return std::any_of(all.begin(), all.end(),
                       [&](const workflow::told_sheet& each) { return each.name == name; });
}

// A text that may be null, which is empty.
std::string text_or_null_in(body_reader& in, const char* name, text_rule rule = {})
{
    if (in.is_null(name)) return in.ignore(name), std::string();
    return in.text(name, rule);
}

void read_sheets(body_reader& in, const import_preview& file, matrix_answers& given)
{
    if (!in.has("sheets")) return;
    if (in.is_null("sheets")) return in.ignore("sheets"), given.sheets.reset();
    auto names = in.texts("sheets", sheets_max, sheet_rule);
    if (names.empty()) in.fault("sheets", {"import_sheets_needed"});
    for (const std::string& name : names)
        if (!is_sheet(file, name)) in.fault("sheets", {"import_sheet_unknown", {{"name", name}}});
    given.sheets = std::move(names);
}

void read_columns(body_reader& in, const import_preview& file, matrix_answers& given)
{
    const auto fields = fields_of(file.frame);
    for (body_reader& each : in.optional_objects("columns", columns_given_max)) {
        const std::string sheet = text_or_null_in(each, "sheet", sheet_rule);
        const std::string letter = each.text("letter", {1, 3, false});
        const std::string field = text_or_null_in(each, "field");
        if (!is_sheet(file, sheet))
            each.fault("sheet", {"import_sheet_unknown", {{"name", sheet}}});
        if (!field.empty() && std::find(fields.begin(), fields.end(), field) == fields.end())
            each.fault("field", {"import_field_unknown", {{"field", field}}});
        given.columns[{sheet, letter}] = field;
    }
}

bool is_agency(const workflow::matrix_frame& frame, const std::string& id)
{
    return std::any_of(frame.agencies.begin(), frame.agencies.end(),
                       [&](const workflow::agency& each) { return each.id == id; });
}

void read_agencies(body_reader& in, const import_preview& file, matrix_answers& given)
{
    for (body_reader& each : in.optional_objects("agencies", agencies_given_max)) {
        const std::string text = each.text("text", spelling_rule);
        const std::string agency = text_or_null_in(each, "agency");
        if (!agency.empty() && !is_agency(file.frame, agency))
            each.fault("agency", {"agency_elsewhere"});
        given.agencies[text] = agency;
    }
}

void read_choices(body_reader& in, const json::value& body, matrix_answers& given)
{
    if (!in.has("answers")) return;
    body_reader answers = in.object("answers");
    const json::value& all = body.as_object().at("answers");
    if (!all.is_object()) return;
    for (const auto& member : all.get_object()) {
        const std::string id(member.key());
        if (answers.is_null(id)) {
            answers.ignore(id);
            given.choices.erase(id);
        } else
            given.choices[id] = answers.text(id);
    }
}

void check_choice(body_reader& answers, const std::string& id, const std::string& choice,
                  const std::vector<workflow::matrix_question>& asked)
{
    const auto question =
        std::find_if(asked.begin(), asked.end(), [&](const auto& each) { return each.id == id; });
    if (question == asked.end()) return answers.fault(id, {"import_question_unknown"});
    std::string choices;
    for (const workflow::matrix_choice& each : question->choices) {
        if (each.id == choice) return;
        choices += (choices.empty() ? "" : ", ") + each.id;
    }
    answers.fault(id, {"field_not_a_choice", {{"choices", choices}}});
}

std::string words_of(const std::string& text)
{
    return workflow::spelling_key(text);
}

struct meanings {
    const std::vector<persistence::import_memory> all;

    const std::string* of(std::string_view what, const std::string& text) const
    {
        const std::string words = words_of(text);
        for (const persistence::import_memory& each : all)
            if (each.what == what && each.words == words) return &each.meaning;
        return nullptr;
    }
};

void remember(const work& at, const std::string& region, persistence::import_memory what)
{
    if (what.words.empty() || what.words.size() > persistence::memory_characters_max) return;
    persistence::remember_import(at.unit, region, what);
}

} // namespace

std::string text_of(const matrix_answers& given)
{
    json::object out;
    if (given.sheets) out["sheets"] = json::array(given.sheets->begin(), given.sheets->end());
    json::array columns;
    for (const auto& [place, field] : given.columns)
        columns.push_back({{"sheet", place.first}, {"letter", place.second}, {"field", field}});
    json::object agencies, choices;
    for (const auto& [text, agency] : given.agencies) agencies[text] = agency;
    for (const auto& [id, choice] : given.choices) choices[id] = choice;
    out["columns"] = std::move(columns);
    out["agencies"] = std::move(agencies);
    out["answers"] = std::move(choices);
    return json::serialize(out);
}

matrix_answers answers_in(const std::string& text)
{
    matrix_answers given;
    const json::value parsed = json::parse(text);
    const json::object& all = parsed.as_object();
    if (const auto* sheets = all.if_contains("sheets")) {
        given.sheets.emplace();
        for (const auto& each : sheets->as_array())
            given.sheets->emplace_back(std::string(each.as_string()));
    }
    if (const auto* columns = all.if_contains("columns"))
        for (const auto& each : columns->as_array())
            given.columns[{text_at(each, "sheet"), text_at(each, "letter")}] =
                text_at(each, "field");
    if (const auto* agencies = all.if_contains("agencies"))
        for (const auto& each : agencies->as_object())
            given.agencies[std::string(each.key())] = std::string(each.value().as_string());
    if (const auto* choices = all.if_contains("answers"))
        for (const auto& each : choices->as_object())
            given.choices[std::string(each.key())] = std::string(each.value().as_string());
    return given;
}

void read_answers(body_reader& in, const json::value& body, const import_preview& before,
                  matrix_answers& given)
{
    read_sheets(in, before, given);
    read_columns(in, before, given);
    read_agencies(in, before, given);
    read_choices(in, body, given);
}

void check_answers(body_reader& in, const json::value& body, const import_preview& after)
{
    for (const char* read_before : {"sheets", "columns", "agencies"}) in.ignore(read_before);
    if (!in.has("answers")) return;
    body_reader answers = in.object("answers");
    const auto asked = after.questions();
    for (const auto& member : body.as_object().at("answers").as_object()) {
        const std::string id(member.key());
        answers.ignore(id);
        if (member.value().is_string())
            check_choice(answers, id, std::string(member.value().get_string()), asked);
    }
}

bool is_open(const workflow::matrix_question& asked)
{
    return asked.answer.empty() && asked.proposed.empty();
}

// Supporting agencies that nobody knows stay in the plan as they are written.
bool is_open(const workflow::told_agency& told)
{
    return told.leads && told.agency.empty() && !told.is_answered;
}

std::vector<std::string> fields_of(const workflow::matrix_frame& frame)
{
    std::vector<std::string> out;
    for (std::size_t i = 0; i < workflow::matrix_columns; ++i)
        out.emplace_back(workflow::field_of(static_cast<workflow::matrix_column>(i)));
    for (const auto& each : frame.columns) out.push_back(each.code);
    for (const char* begins : {"target_", "unit_", "quantity_"})
        for (const auto& each : frame.periods) out.push_back(begins + each.code);
    return out;
}

matrix_answers remembered_answers(const work& at, const std::string& region,
                                  const workflow::matrix_reading& read,
                                  const workflow::matrix_frame& frame)
{
    const meanings known{persistence::read_import_memories(at.unit, region)};
    const auto fields = fields_of(frame);
    matrix_answers given;
    for (const told_column& each : read.account.columns) {
        const std::string* field = known.of("column", each.heading);
        if (!field || *field == each.field) continue;
        if (field->empty() || std::find(fields.begin(), fields.end(), *field) != fields.end())
            given.columns[{each.sheet, each.letter}] = *field;
    }
    for (const workflow::told_agency& each : read.agencies) {
        const std::string* agency = known.of("agency", each.text);
        if (agency && *agency != each.agency && is_agency(frame, *agency))
            given.agencies[each.text] = *agency;
    }
    return given;
}

void remember_answers(const work& at, const std::string& region, const import_preview& preview)
{
    for (const told_column& each : preview.read.account.columns) {
        const auto given = preview.answers.columns.find({each.sheet, each.letter});
        if (given != preview.answers.columns.end())
            remember(at, region, {"column", words_of(each.heading), given->second});
    }
    for (const auto& [text, agency] : preview.answers.agencies)
        if (!agency.empty()) remember(at, region, {"agency", words_of(text), agency});
}

std::string_view media_type_of_sheet(std::string_view kind)
{
    return kind == "xlsx" ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                          : "text/csv";
}

} // namespace api
