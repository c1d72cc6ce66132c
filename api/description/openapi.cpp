// Writes the description from the rows of the route table.
#include "api/description/openapi.hpp"
#include "api/http/config.hpp"
#include "embedded/schemas.hpp"
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace api {
namespace {

namespace json = boost::json;

json::object reference(std::string_view schema)
{
    return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

// One media type, or several with | between them.
json::object content(std::string_view media_types, const json::object& schema)
{
    json::object out;
    for (std::size_t from = 0; from <= media_types.size();) {
        const auto end = std::min(media_types.find('|', from), media_types.size());
        out[media_types.substr(from, end - from)] = json::object{{"schema", schema}};
        from = end + 1;
    }
    return out;
}

json::object page_of_items(std::string_view schema)
{
    return {{"type", "object"},
            {"required", {"items", "next"}},
            {"properties",
             {{"items", {{"type", "array"}, {"items", reference(schema)}}},
              {"next", {{"type", {"string", "null"}}}}}}};
}

// A thing alone: as in lists, with its commands.
json::object one_of(std::string_view schema)
{
    const bool is_vowel = std::string_view("aeiou").find(schema.front()) != schema.npos;
    const json::object commands{{"type", "array"}, {"items", reference("command")}};
    return {{"description",
             (is_vowel ? "An " : "A ") + std::string(schema) + " with what may be done with it."},
            {"allOf",
             {reference(std::string(schema) + "_item"),
              {{"type", "object"},
               {"required", json::array{"commands"}},
               {"properties", {{"commands", commands}}}}}}};
}

json::object answer_to_command(std::string_view schema)
{
    return {{"description", "What a command led to."},
            {"type", "object"},
            {"required", {"resource", "event", "commands"}},
            {"properties",
             {{"resource", reference(schema)},
              {"event", reference("event")},
              {"commands", {{"type", "array"}, {"items", reference("command")}}}}}};
}

bool is_media_type(std::string_view name)
{
    return name.find('/') != name.npos;
}

json::object text_schema()
{
    return {{"type", "string"}};
}

json::object parameter(std::string_view in, std::string_view name, bool is_required,
                       json::object schema)
{
    return {{"name", name}, {"in", in}, {"required", is_required}, {"schema", std::move(schema)}};
}

// The few parameters that are not plain text.
json::object query_schema(std::string_view name)
{
    if (name == "limit")
        return {{"type", "integer"},
                {"minimum", 1},
                {"maximum", page_limit_max},
                {"default", page_limit_default}};
    if (name == "dry_run" || name == "overdue" || name == "all") return {{"type", "boolean"}};
    if (name == "year" || name == "from" || name == "to" || name == "revision")
        return {{"type", "integer"}};
    return text_schema();
}

json::array parameters_of(const route& of)
{
    json::array out;
    std::string_view rest = of.pattern;
    for (auto open = rest.find('{'); open != rest.npos; open = rest.find('{')) {
        rest.remove_prefix(open + 1);
        out.push_back(parameter("path", rest.substr(0, rest.find('}')), true, text_schema()));
    }
    for (std::string_view name : of.query)
        out.push_back(parameter("query", name, false, query_schema(name)));
    if (of.takes_if_match)
        out.push_back(parameter("header", "If-Match", true,
                                {{"type", "string"}, {"pattern", "^\"[0-9]+\"$"}}));
    if (of.takes_idempotency_key)
        out.push_back(parameter(
            "header", "Idempotency-Key", false,
            {{"type", "string"}, {"minLength", 1}, {"maxLength", idempotency_key_bytes_max}}));
    return out;
}

json::object body_of(const route& of, const operation_shape& shape)
{
    const bool is_file = is_media_type(shape.body);
    const std::string_view type = is_file                           ? shape.body
                                  : of.body == body_kind::multipart ? "multipart/form-data"
                                                                    : "application/json";
    json::object out{{"required", of.body != body_kind::json}};
    out["content"] = content(type, is_file ? json::object() : reference(shape.body));
    return out;
}

json::object answer_of(const operation_shape& shape)
{
    json::object out{{"description", shape.status == 201 ? "Made" : "Done"}};
    if (shape.answer.empty()) return out;
    if (is_media_type(shape.answer))
        out["content"] = content(shape.answer, {});
    else
        out["content"] = content("application/json", shape.list ? page_of_items(shape.answer)
                                                                : reference(shape.answer));
    return out;
}

// The refusals that this row of the table can meet (contract, section 3).
json::object answers_of(const route& of, const operation_shape& shape)
{
    json::object out{{std::to_string(shape.status), answer_of(shape)}};
    const auto refused = [&](const char* status) {
        out[status] = json::object{{"$ref", "#/components/responses/problem"}};
    };
    const bool changes = of.method != "GET";
    if (of.needs_sign_in || changes) refused("401");
    if (of.needs_sign_in || changes) refused("403");
    if (of.pattern.find('{') != of.pattern.npos || !of.query.empty()) refused("404");
    refused("400");
    if (of.body != body_kind::none) {
        refused("413");
        refused("415");
        refused("422");
    }
    if (of.takes_if_match) {
        refused("412");
        refused("428");
    }
    if (changes) refused("409");
    if (!of.needs_sign_in && changes) refused("429");
    out["default"] = json::object{{"$ref", "#/components/responses/problem"}};
    return out;
}

json::object operation_of(const route& of, const operation_shape& shape)
{
    json::object out{{"operationId", of.operation}, {"summary", of.summary}};
    if (auto all = parameters_of(of); !all.empty()) out["parameters"] = std::move(all);
    if (!shape.body.empty()) out["requestBody"] = body_of(of, shape);
    out["responses"] = answers_of(of, shape);
    if (!of.needs_sign_in) out["security"] = json::array{};
    return out;
}

json::object schemas(const std::vector<std::string_view>& commanded)
{
    json::object out;
    for (std::string_view each : commanded) {
        out[each] = one_of(each);
        out[std::string(each) + "_answer"] = answer_to_command(each);
    }
    for (const auto& [file, text] : embedded::schemas())
        out[file.substr(0, file.find('.'))] = json::parse(text);
    return out;
}

json::object components(const api_shapes& shapes)
{
    json::object problem{{"description", "An understandable no"}};
    problem["content"] = content("application/problem+json", reference("problem"));
    const json::object cookie{{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-sid"}};
    const json::object token{{"type", "http"}, {"scheme", "bearer"}};
    return {{"schemas", schemas(shapes.commanded)},
            {"responses", {{"problem", std::move(problem)}}},
            {"securitySchemes", {{"session", cookie}, {"token", token}}}};
}

std::string lower(std::string_view method)
{
    std::string out(method);
    for (char& c : out) c = static_cast<char>(c | 0x20);
    return out;
}

} // namespace

const operation_shape* shape_of(const route& of, const api_shapes& shapes)
{
    for (const operation_shape& row : shapes.operations)
        if (row.method == of.method && row.pattern == of.pattern) return &row;
    return nullptr;
}

json::object openapi_document(const std::vector<route>& routes, const api_shapes& shapes)
{
    json::object paths;
    for (const route& each : routes) {
        const operation_shape* shape = shape_of(each, shapes);
        if (!shape) continue; // pages, health: no part of the API
        auto& path = paths[each.pattern];
        if (!path.is_object()) path = json::object();
        path.as_object()[lower(each.method)] = operation_of(each, *shape);
    }
    json::object out{{"openapi", "3.1.0"}};
    out["info"] = {{"title", "Rampung"},
                   {"version", "1"},
                   {"summary", "Action plans from draft to the signed-off target"}};
    out["servers"] = json::array{json::object{{"url", "/"}}};
    out["security"] = json::array{{{"session", json::array{}}}, {{"token", json::array{}}}};
    out["paths"] = std::move(paths);
    out["components"] = components(shapes);
    return out;
}

std::vector<route> openapi_routes(const std::vector<route>& others, const api_shapes& shapes)
{
    route own{"GET", "/api/v1/openapi.json", {}, "get_openapi", "This description"};
    own.needs_sign_in = false;
    std::vector<route> all = others;
    all.push_back(own);
    own.answer = [text = json::serialize(openapi_document(all, shapes))](const call&) {
        return workflow::result<reply>(json_reply(200, text));
    };
    std::vector<route> out;
    out.push_back(std::move(own));
    return out;
}

} // namespace api
