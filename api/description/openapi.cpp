// Writes the description from the rows of the route table.
#include "api/description/openapi.hpp"
#include "api/description/components.hpp"
#include "api/description/operation.hpp"
#include "api/description/operation_texts.hpp"
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <set>

namespace api {
namespace {

namespace json = boost::json;

std::string lower(std::string_view method)
{
    std::string out(method);
    for (char& c : out) c = static_cast<char>(c | 0x20);
    return out;
}

json::object info()
{
    return {{"title", "Rampung"},
            {"version", "1"},
            {"summary", "Action plans from draft to the signed-off target"},
            {"description", about_the_api()},
            {"contact", {{"name", "The administrator of the installation"}}},
            {"license", {{"name", "CC0 1.0 Universal"}, {"identifier", "CC0-1.0"}}}};
}

json::array tags_of(const std::vector<route>& routes, const api_shapes& shapes)
{
    json::array out;
    std::set<std::string_view> there;
    for (const route& each : routes)
        if (const auto tag = tag_of(each); shape_of(each, shapes) && there.insert(tag).second)
            out.push_back({{"name", tag}, {"description", tag_text(tag)}});
    return out;
}

} // namespace

const operation_shape* shape_of(const route& of, const api_shapes& shapes)
{
    for (const operation_shape& row : shapes.operations)
        if (row.method == of.method && row.pattern == of.pattern) return &row;
    return nullptr;
}

const commanded_thing* commanded_at(std::string_view pattern, const api_shapes& shapes)
{
    for (const commanded_thing& each : shapes.commanded) {
        const std::string own = "/api/v1/" + std::string(each.resource);
        if (pattern == own || pattern.starts_with(own + "/")) return &each;
    }
    return nullptr;
}

json::object openapi_document(const std::vector<route>& routes, const api_shapes& shapes,
                              const json::object& words)
{
    json::object paths;
    for (const route& each : routes) {
        const operation_shape* shape = shape_of(each, shapes);
        if (!shape) continue; // pages, health: no part of the API
        auto& path = paths[each.pattern];
        if (!path.is_object()) path = json::object();
        path.as_object()[lower(each.method)] = operation_of(each, *shape, shapes);
    }
    json::object out{{"openapi", "3.1.0"}};
    out["info"] = info();
    out["servers"] = json::array{json::object{{"url", "/"}, {"description", "This server."}}};
    out["tags"] = tags_of(routes, shapes);
    out["security"] = json::array{{{"session", json::array{}}}, {{"token", json::array{}}}};
    out["paths"] = std::move(paths);
    out["components"] = components_of(shapes, words);
    return out;
}

std::vector<route> openapi_routes(const std::vector<route>& others, const api_shapes& shapes,
                                  const json::object& words)
{
    route own{"GET", "/api/v1/openapi.json", {}, "get_openapi", "This description"};
    own.needs_sign_in = false;
    std::vector<route> all = others;
    all.push_back(own);
    own.answer = [text = json::serialize(openapi_document(all, shapes, words))](const call&) {
        return workflow::result<reply>(json_reply(200, text));
    };
    std::vector<route> out;
    out.push_back(std::move(own));
    return out;
}

} // namespace api
