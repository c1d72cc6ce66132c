// Member by member, both ways.
#include "persistence/nouns/actions_json.hpp"
#include "persistence/nouns/record_json.hpp"
#include <boost/json.hpp>
#include <utility>

namespace persistence {
namespace {

namespace json = boost::json;
using workflow::action;

constexpr std::pair<std::string_view, std::string action::*> texts[]{
    {"id", &action::id},
    {"phase", &action::phase},
    {"theme", &action::theme},
    {"title", &action::title},
    {"location", &action::location},
    {"success_criterion", &action::success_criterion},
    {"budget_source", &action::budget_source},
    {"note", &action::note},
    {"measure", &action::measure},
};

json::object reference_of(const workflow::reference& r)
{
    return {{"id", r.id}, {"name", r.name}};
}

std::string text_in(const json::object& from, std::string_view name)
{
    return std::string(from.at(name).as_string());
}

workflow::reference reference_in(const json::value& from)
{
    return {text_in(from.as_object(), "id"), text_in(from.as_object(), "name")};
}

// A number as exact decimal text; absent: none.
json::object object_of(const workflow::cell& c)
{
    json::object out{{"id", c.id}, {"period", c.period}, {"text", c.text}, {"unit", c.unit}};
    if (c.quantity) out["quantity"] = json_of(workflow::column_values{{"it", *c.quantity}});
    return out;
}

workflow::cell cell_in(const json::object& from)
{
    workflow::cell c{text_in(from, "id"),
                     text_in(from, "period"),
                     text_in(from, "text"),
                     {},
                     text_in(from, "unit")};
    if (from.contains("quantity"))
        c.quantity = std::get<double>(columns_of(text_in(from, "quantity")).at("it"));
    return c;
}

json::object object_of(const action& a)
{
    json::object out{{"version", a.version}, {"number", a.number}, {"mandatory", a.mandatory}};
    for (const auto& [name, member] : texts) out[name] = a.*member;
    out["lead_agency"] = reference_of(a.lead_agency);
    out["columns"] = json_of(a.columns);
    json::array supporting, targets;
    for (const auto& each : a.supporting) supporting.push_back(reference_of(each));
    for (const auto& each : a.targets) targets.push_back(object_of(each));
    out["supporting"] = std::move(supporting);
    out["targets"] = std::move(targets);
    return out;
}

action action_in(const json::object& from)
{
    action a;
    a.version = from.at("version").as_int64();
    a.number = static_cast<int>(from.at("number").as_int64());
    a.mandatory = from.at("mandatory").as_bool();
    for (const auto& [name, member] : texts) a.*member = text_in(from, name);
    a.lead_agency = reference_in(from.at("lead_agency"));
    a.columns = columns_of(text_in(from, "columns"));
    for (const auto& each : from.at("supporting").as_array())
        a.supporting.push_back(reference_in(each));
    for (const auto& each : from.at("targets").as_array())
        a.targets.push_back(cell_in(each.as_object()));
    return a;
}

} // namespace

std::string json_of(const std::vector<action>& actions)
{
    json::array out;
    for (const action& each : actions) out.push_back(object_of(each));
    return json::serialize(out);
}

std::vector<action> actions_of(const std::string& text)
{
    std::vector<action> out;
    const json::value parsed = json::parse(text);
    for (const auto& each : parsed.as_array()) out.push_back(action_in(each.as_object()));
    return out;
}

} // namespace persistence
