// Members of a record that say nothing are left out.
#include "persistence/nouns/record_json.hpp"
#include "workflow/things/digest.hpp"
#include <boost/json.hpp>
#include <charconv>
#include <stdexcept>

namespace persistence {
namespace {

namespace json = boost::json;

void put(json::object& to, std::string_view name, const std::string& text)
{
    if (!text.empty()) to[name] = text;
}

void put(json::object& to, std::string_view name, const workflow::reference& who)
{
    if (!who.id.empty() || !who.name.empty()) to[name] = {{"id", who.id}, {"name", who.name}};
}

std::string text_in(const json::object& from, std::string_view name)
{
    const json::value* found = from.if_contains(name);
    return found ? std::string(found->as_string()) : std::string();
}

workflow::reference reference_in(const json::object& from, std::string_view name)
{
    const json::value* found = from.if_contains(name);
    if (!found) return {};
    return {text_in(found->as_object(), "id"), text_in(found->as_object(), "name")};
}

json::object object_in(const std::string& text, const char* expected)
{
    boost::system::error_code error;
    json::value parsed = json::parse(text, error);
    if (error || !parsed.is_object()) throw std::runtime_error(expected);
    return std::move(parsed.get_object());
}

double decimal_of(const std::string& text)
{
    double out{};
    const char* end = text.data() + text.size();
    if (text.empty() || std::from_chars(text.data(), end, out).ptr != end)
        throw std::runtime_error("a stored record should hold a number, found '" + text + "'");
    return out;
}

} // namespace

std::string json_of(const workflow::achievement_record& r)
{
    json::object out;
    put(out, "achievement", r.achievement);
    if (r.achieved_quantity) out["achieved_quantity"] = workflow::decimal(*r.achieved_quantity);
    put(out, "obstacles", r.obstacles);
    put(out, "follow_up", r.follow_up);
    put(out, "reported_by", r.reported_by);
    if (r.reported_at) out["reported_at"] = workflow::microseconds_of(*r.reported_at);
    put(out, "endorsed_by", r.endorsed_by);
    put(out, "claimed_by", r.claimed_by);
    put(out, "signed_by", r.signed_by);
    if (r.scores)
        out["scores"] = {{"administration", workflow::decimal(r.scores->administration)},
                         {"substance", workflow::decimal(r.scores->substance)}};
    put(out, "class", r.chosen_class);
    put(out, "reason", r.reason);
    put(out, "agency", r.agency);
    return json::serialize(out);
}

workflow::achievement_record record_of(const std::string& text)
{
    const json::object from = object_in(text, "a stored record should be a JSON object");
    workflow::achievement_record r;
    r.achievement = text_in(from, "achievement");
    if (from.contains("achieved_quantity"))
        r.achieved_quantity = decimal_of(text_in(from, "achieved_quantity"));
    r.obstacles = text_in(from, "obstacles");
    r.follow_up = text_in(from, "follow_up");
    r.reported_by = reference_in(from, "reported_by");
    if (const auto* at = from.if_contains("reported_at"))
        r.reported_at = workflow::instant_of(at->to_number<std::int64_t>());
    r.endorsed_by = reference_in(from, "endorsed_by");
    r.claimed_by = reference_in(from, "claimed_by");
    r.signed_by = reference_in(from, "signed_by");
    if (const auto* scores = from.if_contains("scores"))
        r.scores = {{decimal_of(text_in(scores->as_object(), "administration")),
                     decimal_of(text_in(scores->as_object(), "substance"))}};
    r.chosen_class = text_in(from, "class");
    r.reason = text_in(from, "reason");
    r.agency = text_in(from, "agency");
    return r;
}

std::string json_of(const workflow::report_answers& given)
{
    json::object out;
    for (const auto& [code, answer] : given) out[code] = answer;
    return json::serialize(out);
}

workflow::report_answers answers_of(const std::string& text)
{
    workflow::report_answers out;
    for (const auto& [code, answer] :
         object_in(text, "stored answers should be a JSON object of texts")) {
        if (!answer.is_string())
            throw std::runtime_error("stored answers should be texts, found " +
                                     json::serialize(answer));
        out.emplace(code, answer.get_string());
    }
    return out;
}

std::string json_of(const workflow::column_values& columns)
{
    json::object out;
    for (const auto& [code, value] : columns) {
        if (const auto* number = std::get_if<double>(&value))
            out[code] = json::object{{"number", workflow::decimal(*number)}};
        else
            out[code] = std::get<std::string>(value);
    }
    return json::serialize(out);
}

workflow::column_values columns_of(const std::string& text)
{
    workflow::column_values out;
    if (text == "{}") return out;
    for (const auto& [code, value] : object_in(text, "stored columns should be a JSON object")) {
        if (const auto* number = value.if_object())
            out.emplace(code, decimal_of(text_in(*number, "number")));
        else
            out.emplace(code, std::string(value.as_string()));
    }
    return out;
}

} // namespace persistence
