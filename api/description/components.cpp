// Schemas are files; those of things with a machine are made alike unless a file says more.
#include "api/description/components.hpp"
#include "api/description/answers.hpp"
#include "api/description/operation.hpp"
#include "api/description/problem_codes.hpp"
#include "embedded/schemas.hpp"
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>

namespace api {
namespace {

namespace json = boost::json;

const json::object& schema_files()
{
    static const json::object all = [] {
        json::object read;
        for (const auto& [file, text] : embedded::schemas())
            read[file.substr(0, file.find('.'))] = json::parse(text);
        return read;
    }();
    return all;
}

json::object commands_schema()
{
    return {{"description", "What a person could do now, and whether the caller may."},
            {"type", "array"},
            {"items", reference_to("command")}};
}

// A thing alone: as in lists, with its commands.
json::object one_of(std::string_view schema)
{
    const bool is_vowel = std::string_view("aeiou").find(schema.front()) != schema.npos;
    return {{"description",
             (is_vowel ? "An " : "A ") + std::string(schema) + " with what may be done with it."},
            {"allOf",
             {reference_to(std::string(schema) + "_item"),
              {{"type", "object"},
               {"required", json::array{"commands"}},
               {"properties", {{"commands", commands_schema()}}}}}}};
}

json::object said(std::string_view words, json::object schema)
{
    schema["description"] = words;
    return schema;
}

json::object answer_to_command(std::string_view schema)
{
    return {{"description", "What a command led to."},
            {"type", "object"},
            {"required", {"resource", "event", "commands"}},
            {"properties",
             {{"resource", said("The thing as it is now.", reference_to(schema))},
              {"event", said("What happened.", reference_to("event"))},
              {"commands", commands_schema()}}}};
}

json::object schemas(const api_shapes& shapes, const json::object& words)
{
    json::object out = words;
    out["problem_code"] = problem_code_schema();
    for (const auto& [resource, singular] : shapes.commanded) {
        out[singular] = one_of(singular);
        out[std::string(singular) + "_answer"] = answer_to_command(singular);
    }
    for (const auto& [name, schema] : schema_files()) out[name] = schema;
    return out;
}

json::object ways_in()
{
    return {
        {"session",
         {{"type", "apiKey"},
          {"in", "cookie"},
          {"name", "__Host-sid"},
          {"description", "Of who signed in by `POST /session`: people, and the pages."}}},
        {"csrf",
         {{"type", "apiKey"},
          {"in", "header"},
          {"name", "X-CSRF-Token"},
          {"description", "`csrf_token` of the session, with every change by cookie."}}},
        {"token",
         {{"type", "http"},
          {"scheme", "bearer"},
          {"description",
           "Of a machine, with one of the scopes that an operation names: `read`, `report` (with "
           "which one reads too) or `directory`. A token without scopes, made on the command line, "
           "opens all that its holder may, but decisions; such a one is taken where none is named "
           "as "
           "well."}}}};
}

} // namespace

const json::object* schema_file(std::string_view name)
{
    const json::value* found = schema_files().if_contains(name);
    return found ? &found->as_object() : nullptr;
}

json::object components_of(const api_shapes& shapes, const json::object& words)
{
    return {{"schemas", schemas(shapes, words)},
            {"responses", problem_responses()},
            {"headers", answer_headers()},
            {"securitySchemes", ways_in()}};
}

} // namespace api
