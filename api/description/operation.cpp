// Writes one operation: what it is for, what it takes, what it answers.
#include "api/description/operation.hpp"
#include "api/description/answers.hpp"
#include "api/description/components.hpp"
#include "api/description/examples.hpp"
#include "api/description/operation_texts.hpp"
#include "api/description/parameters.hpp"
#include <boost/json/array.hpp>

namespace api {
namespace {

namespace json = boost::json;

bool is_media_type(std::string_view name)
{
    return name.find('/') != name.npos;
}

// No body is {}, so that one is required where {} would lack a member.
bool needs_body(const route& of, const operation_shape& shape)
{
    if (of.body != body_kind::json) return true;
    const json::object* schema = schema_file(shape.body);
    return schema && schema->contains("required");
}

json::object body_of(const route& of, const operation_shape& shape)
{
    const bool is_file = is_media_type(shape.body);
    const std::string_view type = is_file                           ? shape.body
                                  : of.body == body_kind::multipart ? "multipart/form-data"
                                                                    : "application/json";
    json::object content = content_of(type, is_file ? json::object() : reference_to(shape.body));
    if (const json::value* example = example_body_of(of.operation))
        content.begin()->value().as_object()["example"] = *example;
    return {{"required", needs_body(of, shape)}, {"content", std::move(content)}};
}

// A session, whose holder proves with every change that the request is theirs; or a token: one with
// one of the scopes that the route names, or one without scopes, which may do all but decide.
json::array ways_in(const route& of)
{
    if (!of.needs_sign_in) return {};
    json::object by_cookie{{"session", json::array()}};
    if (of.method != "GET") by_cookie["csrf"] = json::array();
    json::array out{std::move(by_cookie)};
    for (const std::string_view name : names_of(of.opened_by.value_or(scope::none)))
        out.push_back(json::object{{"token", json::array{name}}});
    return out;
}

} // namespace

json::object reference_to(std::string_view schema)
{
    return {{"$ref", "#/components/schemas/" + std::string(schema)}};
}

json::object content_of(std::string_view media_types, const json::object& schema)
{
    json::object out;
    for (std::size_t from = 0; from <= media_types.size();) {
        const auto end = std::min(media_types.find('|', from), media_types.size());
        const auto type = media_types.substr(from, end - from);
        const auto colon = std::min(type.find(':'), type.size());
        out[type.substr(0, colon)] = json::object{
            {"schema", colon == type.size() ? schema : reference_to(type.substr(colon + 1))}};
        from = end + 1;
    }
    return out;
}

std::string_view tag_of(const route& of)
{
    constexpr std::string_view root = "/api/v1/";
    if (!of.pattern.starts_with(root)) return {};
    const auto rest = of.pattern.substr(root.size());
    return rest.substr(0, rest.find_first_of("/."));
}

json::object operation_of(const route& of, const operation_shape& shape, const api_shapes& shapes)
{
    json::object out{{"operationId", of.operation}, {"summary", of.summary}};
    out["description"] = description_of(of, shape);
    out["tags"] = json::array{tag_of(of)};
    if (auto all = parameters_of(of, shape, shapes); !all.empty())
        out["parameters"] = std::move(all);
    if (!shape.body.empty()) out["requestBody"] = body_of(of, shape);
    out["responses"] = answers_of(of, shape);
    out["security"] = ways_in(of);
    return out;
}

} // namespace api
