// Member by member; the limits are those of the office's sheet, so that what is written here can be
// exported and imported again.
#include "api/nouns/action_body.hpp"
#include "workflow/matrix/matrix.hpp"
#include <algorithm>

namespace api {
namespace {

using workflow::action;

constexpr text_rule cell_rule{0, workflow::matrix_text_characters_max, true};
constexpr text_rule title_rule{1, workflow::matrix_text_characters_max, true};
constexpr text_rule id_rule{1, 64};
constexpr text_rule unit_rule{0, 100};
constexpr std::size_t supporting_max = 50;
constexpr std::size_t targets_max = 50;
constexpr double quantity_max = 999'999'999'999'999; // 15 digits before the comma, as in a sheet

void read_text(body_reader& in, std::string_view name, std::string& onto)
{
    if (!in.has(name)) return;
    onto = in.optional_text(name, cell_rule).value_or("");
}

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

const workflow::agency* agency_of(const action_frame& frame, const std::string& id)
{
    for (const workflow::agency& a : frame.agencies)
        if (a.id == id) return &a;
    return nullptr;
}

// Names are ours to say: a name sent along is passed over.
workflow::reference read_agency(body_reader& in, const action_frame& frame)
{
    in.ignore("name");
    const std::string id = in.text("id", id_rule);
    const workflow::agency* found = agency_of(frame, id);
    if (!found && !id.empty()) in.fault("id", {"agency_elsewhere"});
    return found ? workflow::reference{found->id, found->name} : workflow::reference{};
}

// An id, {"id"}, or null.
void read_lead(body_reader& in, const boost::json::value& body, const action_frame& frame,
               action& onto)
{
    static constexpr std::string_view name = "lead_agency";
    if (!in.has(name)) return;
    onto.lead_agency = {};
    if (!body.as_object().at(name).is_string()) {
        if (auto agency = in.optional_object(name)) onto.lead_agency = read_agency(*agency, frame);
        return;
    }
    const std::string id = in.text(name, id_rule);
    const workflow::agency* found = agency_of(frame, id);
    if (!found && !id.empty()) in.fault(name, {"agency_elsewhere"});
    if (found) onto.lead_agency = {found->id, found->name};
}

void read_supporting(body_reader& in, const action_frame& frame, action& onto)
{
    static constexpr std::string_view name = "supporting_agencies";
    if (!in.has(name)) return;
    onto.supporting.clear();
    for (body_reader& each : in.optional_objects(name, supporting_max)) {
        if (each.has("id") && !each.is_null("id")) {
            onto.supporting.push_back(read_agency(each, frame));
            continue;
        }
        each.ignore("id");
        const auto named = each.optional_text("name", {1, 200});
        if (!named && each.faultless()) each.fault("", {"supporting_agency_unnamed"});
        onto.supporting.push_back({{}, named.value_or("")});
    }
}

void read_period(body_reader& in, const action_frame& frame, const std::vector<workflow::cell>& had,
                 workflow::cell& onto)
{
    onto.period = in.text("period", id_rule);
    if (onto.period.empty()) return;
    std::vector<std::string> known;
    for (const workflow::period_rule& p : frame.kind.periods) known.push_back(p.code);
    if (std::find(known.begin(), known.end(), onto.period) == known.end())
        in.fault("period", {"target_period_unknown", {{"choices", joined(known)}}});
    if (std::any_of(had.begin(), had.end(), [&](const auto& c) { return c.period == onto.period; }))
        in.fault("period", {"target_period_twice", {{"code", onto.period}}});
}

void read_targets(body_reader& in, const action_frame& frame, action& onto)
{
    if (!in.has("targets")) return;
    std::vector<workflow::cell> cells;
    for (body_reader& each : in.optional_objects("targets", targets_max)) {
        workflow::cell c;
        each.ignore("id"); // a target is found by its period
        read_period(each, frame, cells, c);
        c.text = each.optional_text("text", cell_rule).value_or("");
        c.quantity = each.optional_number("quantity", 0, quantity_max);
        c.unit = each.optional_text("unit", unit_rule).value_or("");
        cells.push_back(std::move(c));
    }
    onto.targets = std::move(cells);
}

// Null, like an empty text, takes what stands there away.
void read_own(body_reader& in, const std::string& code, const boost::json::value& given,
              const workflow::matrix_column_rule& rule, workflow::column_values& onto)
{
    std::optional<workflow::column_value> value;
    if (rule.type == workflow::column_type::number) {
        if (const auto number = in.optional_number(code, 0, quantity_max)) value = *number;
    } else if (rule.type == workflow::column_type::day) {
        if (const auto day = in.optional_day(code)) value = workflow::iso(*day);
    } else if (rule.type == workflow::column_type::text) {
        if (auto text = in.optional_text(code, cell_rule)) value = std::move(*text);
    } else {
        in.ignore(code);
        const auto* text = given.if_string();
        if (text && (text->empty() || workflow::find_coded(rule.choices, *text)))
            value = std::string(*text);
        else if (!given.is_null())
            in.fault(code, {"field_not_a_choice",
                            {{"choices", joined(workflow::codes_of(rule.choices))}}});
    }
    onto.erase(code);
    if (value && *value != workflow::column_value{std::string{}}) onto[code] = std::move(*value);
}

void read_columns(body_reader& in, const action_frame& frame, const boost::json::value& body,
                  action& onto)
{
    static constexpr std::string_view name = "columns";
    if (in.is_null(name)) onto.columns.clear();
    auto columns = in.optional_object(name);
    if (!columns || !body.as_object().at(name).is_object()) return;
    std::vector<std::string> known;
    for (const auto& each : frame.kind.columns) known.push_back(each.code);
    for (const auto& [key, given] : body.as_object().at(name).get_object()) {
        const std::string code(key);
        const auto at = std::find(known.begin(), known.end(), code);
        if (at != known.end()) {
            const auto& rule = frame.kind.columns[static_cast<std::size_t>(at - known.begin())];
            read_own(*columns, code, given, rule, onto.columns);
            continue;
        }
        columns->ignore(code);
        columns->fault(pointer_token(code),
                       {"column_unknown", {{"choices", known.empty() ? "-" : joined(known)}}});
    }
}

void read_phase(body_reader& in, const action_frame& frame, action& onto)
{
    onto.phase = in.text("phase", id_rule);
    const auto known = workflow::codes_of(frame.kind.phases);
    if (!onto.phase.empty() && std::find(known.begin(), known.end(), onto.phase) == known.end())
        in.fault("phase", {"field_not_a_choice", {{"choices", joined(known)}}});
}

} // namespace

void read_action(body_reader& in, const boost::json::value& body, const action_frame& frame,
                 action_form form, action& onto)
{
    const bool whole = form == action_form::whole;
    if (in.has("number"))
        onto.number = static_cast<int>(in.integer("number", 1, workflow::matrix_number_max));
    if (whole || in.has("phase")) read_phase(in, frame, onto);
    if (whole || in.has("title")) onto.title = in.text("title", title_rule);
    read_text(in, "theme", onto.theme);
    read_text(in, "location", onto.location);
    read_text(in, "success_criterion", onto.success_criterion);
    read_text(in, "budget_source", onto.budget_source);
    read_text(in, "note", onto.note);
    if (in.has("mandatory")) onto.mandatory = in.boolean("mandatory");
    if (in.has("measure"))
        onto.measure =
            in.choice("measure", {workflow::measure::cumulative, workflow::measure::period});
    read_lead(in, body, frame, onto);
    read_supporting(in, frame, onto);
    read_targets(in, frame, onto);
    read_columns(in, frame, body, onto);
}

} // namespace api
