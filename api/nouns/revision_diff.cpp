// Two actions differ where their JSON differs.
#include "api/nouns/revision_diff.hpp"
#include "api/nouns/render.hpp"
#include <algorithm>
#include <map>
#include <set>

namespace api {
namespace {

using workflow::action;

json::value cell_json(const workflow::cell& c)
{
    return {
        {"text", c.text}, {"quantity", number_json(c.quantity)}, {"unit", text_or_null(c.unit)}};
}

void add_field(json::array& fields, std::string_view name, std::string_view period,
               json::value before, json::value after)
{
    if (before == after) return;
    json::object field{{"field", name}};
    field["period"] = text_or_null(std::string(period));
    field["before"] = std::move(before);
    field["after"] = std::move(after);
    fields.push_back(std::move(field));
}

void add_targets(json::array& fields, const action& before, const action& after)
{
    std::map<std::string, std::pair<json::value, json::value>> by_period;
    for (const workflow::cell& c : before.targets) by_period[c.period].first = cell_json(c);
    for (const workflow::cell& c : after.targets) by_period[c.period].second = cell_json(c);
    for (auto& [period, pair] : by_period)
        add_field(fields, "targets", period, std::move(pair.first), std::move(pair.second));
}

// Each by its code; null where nothing stands.
void add_columns(json::array& fields, const action& before, const action& after)
{
    const json::object one = columns_json(before.columns), other = columns_json(after.columns);
    std::set<std::string> codes;
    for (const auto* columns : {&before.columns, &after.columns})
        for (const auto& [code, value] : *columns) codes.insert(code);
    const auto value_in = [](const json::object& columns, const std::string& code) {
        const json::value* found = columns.if_contains(code);
        return found ? *found : json::value(nullptr);
    };
    for (const std::string& code : codes)
        add_field(fields, code, "", value_in(one, code), value_in(other, code));
}

json::array fields_between(const action& before, const action& after)
{
    static constexpr std::string_view plain[]{"number",
                                              "phase",
                                              "theme",
                                              "title",
                                              "location",
                                              "lead_agency",
                                              "supporting_agencies",
                                              "success_criterion",
                                              "budget_source",
                                              "mandatory",
                                              "note",
                                              "measure"};
    const json::object one = action_json(before, ""), other = action_json(after, "");
    json::array fields;
    for (std::string_view name : plain) add_field(fields, name, "", one.at(name), other.at(name));
    add_targets(fields, before, after);
    add_columns(fields, before, after);
    return fields;
}

json::object entry(const action* before, const action* after, const std::string& plan)
{
    const action& shown = after ? *after : *before;
    json::object out{{"id", shown.id}, {"number", shown.number}, {"title", shown.title}};
    out["change"] = !before ? "added" : !after ? "removed" : "changed";
    out["before"] = before ? json::value(action_json(*before, plan)) : json::value(nullptr);
    out["after"] = after ? json::value(action_json(*after, plan)) : json::value(nullptr);
    out["fields"] = before && after ? fields_between(*before, *after) : json::array();
    return out;
}

const action* same_in(const std::vector<action>& list, const std::string& id)
{
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const action& a) { return a.id == id; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

json::array diff_json(const std::vector<action>& from, const std::vector<action>& to,
                      const std::string& plan)
{
    std::vector<json::object> entries;
    for (const action& a : from)
        if (!same_in(to, a.id)) entries.push_back(entry(&a, nullptr, plan));
    for (const action& a : to) {
        json::object changed = entry(same_in(from, a.id), &a, plan);
        if (changed["change"] != "changed" || !changed["fields"].as_array().empty())
            entries.push_back(std::move(changed));
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return a.at("number").as_int64() < b.at("number").as_int64();
    });
    json::array out;
    for (json::object& each : entries) out.push_back(std::move(each));
    return out;
}

} // namespace api
