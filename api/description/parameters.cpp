// The words of parameters stand in one table; what a row of routes adds are its names.
#include "api/description/parameters.hpp"
#include "api/description/answers.hpp"
#include "api/description/operation.hpp"
#include "api/http/config.hpp"
#include <algorithm>
#include <boost/json/parse.hpp>

namespace api {
namespace {

namespace json = boost::json;

struct parameter_words {
    std::string_view in, name, schema, description;
};

// clang-format off
constexpr parameter_words known[]{
    {"path",  "id",       R"({"type":"string"})", "The id of the thing; opaque, as an answer told it."},
    {"path",  "name",     R"({"$ref":"#/components/schemas/workflow_name"})", "The machine's name."},
    {"path",  "command",  R"({"type":"string"})", "The command, by its name in the table of the machine."},
    {"query", "cursor",   R"({"type":"string"})", "Where the page before ended: its `next`, as it was told."},
    {"query", "region",   R"({"$ref":"#/components/schemas/region_code"})", "The region's code, such as 62 or 62.71."},
    {"query", "kind",     R"({"type":"string"})", "The name of a kind of plan, as /kinds lists it."},
    {"query", "year",     R"({"type":"integer"})", "A year of the plan, one of several or its only one; or the year of the days."},
    {"query", "state",    R"({"$ref":"#/components/schemas/state"})", "Only what is in this state."},
    {"query", "period",   R"({"$ref":"#/components/schemas/period_code"})", "The code of a period of the kind."},
    {"query", "agency",   R"({"type":"string"})", "The id of an agency."},
    {"query", "plan",     R"({"type":"string"})", "The id of a plan."},
    {"query", "user",     R"({"type":"string"})", "The id of a person."},
    {"query", "day",      R"({"type":"string","format":"date"})", "Only the posts that hold on this day."},
    {"query", "overdue",  R"({"type":"boolean","default":false})", "Only what is late."},
    {"query", "all",      R"({"type":"boolean","default":false})", "Superseded ones, too."},
    {"query", "dry_run",  R"({"type":"boolean","default":false})", "Answers as it would, and changes nothing."},
    {"query", "revision", R"({"type":"integer","minimum":1})", "The number of a revision; the newest that the caller may see."},
    {"query", "from",     R"({"type":"integer","minimum":1})", "The number of the older revision."},
    {"query", "to",       R"({"type":"integer","minimum":1})", "The number of the newer revision."},
    {"query", "after",    R"({"type":"string"})", "The position up to which one has followed: `next` of an answer."},
    {"query", "wait",     R"({"type":"integer","minimum":0,"maximum":30,"default":0})", "Seconds to wait for something to happen before answering."},
    {"query", "updated_since", R"({"type":"string","format":"date-time"})", "Only what has changed at this moment or later."},
    {"query", "token",    R"({"type":"string"})", "The secret of the calendar's address."},
    {"query", "format",   R"({"type":"string","enum":["xlsx","csv","json"]})", "The form of the file; json is given out only."},
};

// Without these the answer is 400 (contract test: the document says which are required).
constexpr std::pair<std::string_view, std::string_view> required[]{
    {"overview",     "kind"},   {"overview",     "year"},
    {"rehearsal",    "year"},   {"rehearsal",    "region"},
    {"get_periods",  "region"}, {"get_periods",  "kind"}, {"get_periods",  "year"},
    {"put_periods",  "region"}, {"put_periods",  "kind"}, {"put_periods",  "year"},
    {"get_holidays", "year"},   {"put_holidays", "year"},
    {"diff_plan",    "from"},   {"diff_plan",    "to"},
    {"import_plan",  "format"}, {"export_plan",  "format"},
    {"follow_events", "region"},
};
// clang-format on

json::object parameter(std::string_view in, std::string_view name, bool is_required,
                       std::string_view description, json::object schema)
{
    return {{"name", name},
            {"in", in},
            {"required", is_required},
            {"description", description},
            {"schema", std::move(schema)}};
}

json::object limit_schema()
{
    return {{"type", "integer"},
            {"minimum", 1},
            {"maximum", page_limit_max},
            {"default", page_limit_default}};
}

// Of a thing with a machine the commands and states of that machine, not of all.
json::object closer_schema(std::string_view name, const route& of, const operation_shape& shape,
                           const api_shapes& shapes, json::object schema)
{
    if (name == "format" && !shape.body.empty())
        return {{"type", "string"}, {"enum", {"xlsx", "csv"}}};
    if (name != "command" && name != "state") return schema;
    const commanded_thing* thing = commanded_at(of.pattern, shapes);
    if (!thing) return schema;
    return reference_to(std::string(thing->singular) + "_" + std::string(name));
}

json::object named(std::string_view in, std::string_view name, const route& of,
                   const operation_shape& shape, const api_shapes& shapes)
{
    if (name == "limit")
        return parameter(in, name, false, "How many of the list at most.", limit_schema());
    const auto found = std::find_if(std::begin(known), std::end(known), [&](const auto& each) {
        return each.in == in && each.name == name;
    });
    if (found == std::end(known))
        return parameter(in, name, in == "path", "", {{"type", "string"}});
    const bool needed =
        in == "path" || std::find(std::begin(required), std::end(required),
                                  std::pair{of.operation, name}) != std::end(required);
    return parameter(
        in, name, needed, found->description,
        closer_schema(name, of, shape, shapes, json::parse(found->schema).as_object()));
}

void add_headers(json::array& out, const route& of, const operation_shape& shape)
{
    if (may_be_known(shape))
        out.push_back(parameter("header", "If-None-Match", false,
                                "The `ETag` of the answer that one has; while it is the same: 304.",
                                {{"type", "string"}}));
    if (of.takes_if_match)
        out.push_back(
            parameter("header", "If-Match", true,
                      "The version that was read, in quotes, or the `ETag` that came with it.",
                      {{"type", "string"}, {"pattern", "^\"[0-9]+(-[0-9a-f]+)?\"$"}}));
    if (of.takes_idempotency_key)
        out.push_back(parameter(
            "header", "Idempotency-Key", false,
            "Makes it safe to ask again: the same request gets the stored answer for 7 days.",
            {{"type", "string"}, {"minLength", 1}, {"maxLength", idempotency_key_bytes_max}}));
}

} // namespace

json::array parameters_of(const route& of, const operation_shape& shape, const api_shapes& shapes)
{
    json::array out;
    std::string_view rest = of.pattern;
    for (auto open = rest.find('{'); open != rest.npos; open = rest.find('{')) {
        rest.remove_prefix(open + 1);
        out.push_back(named("path", rest.substr(0, rest.find('}')), of, shape, shapes));
    }
    for (std::string_view name : of.query) out.push_back(named("query", name, of, shape, shapes));
    add_headers(out, of, shape);
    return out;
}

} // namespace api
