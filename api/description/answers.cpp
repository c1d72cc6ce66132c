// Which row can meet which no, and which headers come with it (contract, section 3).
#include "api/description/answers.hpp"
#include "api/description/components.hpp"
#include "api/description/examples.hpp"
#include "api/description/operation.hpp"
#include "api/http/config.hpp"
#include <algorithm>
#include <boost/json/array.hpp>

namespace api {
namespace {

namespace json = boost::json;

struct header_words {
    std::string_view name, description;
};

// clang-format off
constexpr header_words headers[]{
    {"X-Request-Id", "The number of the request; the operator finds it in the log."},
    {"ETag", "What `If-None-Match` names to be told 304; of a thing it begins with the version, and `If-Match` takes it."},
    {"Location", "Where the thing is that was made."},
    {"RateLimit", "What is left of each limit, and seconds until it is whole again."},
    {"RateLimit-Policy", "The limits of this operation: how many in how many seconds."},
    {"Retry-After", "Seconds to wait before asking again."},
    {"WWW-Authenticate", "How one may say who one is: `Bearer`."},
    {"Idempotent-Replayed", "`true`: the stored answer of an equal request with this key."},
    {"Set-Cookie", "The session, for browsers."},
    {"Content-Disposition", "The name of the file."},
    {"Allow", "Of 405: the methods that the address takes."},
};
constexpr std::string_view not_always[]{"Idempotent-Replayed", "Allow", "RateLimit",
                                        "RateLimit-Policy"};

struct no_words {
    int status;
    std::string_view description;
};
constexpr no_words noes[]{
    {400, "The request cannot be read, or a parameter is not as described."},
    {401, "Nobody is signed in, or what was given to sign in does not fit."},
    {403, "Not within the caller's rights (`who` could), or it needs a fresh sign-in, or the page's token is missing."},
    {404, "It does not exist, or is not the caller's to see."},
    {409, "The state or a condition does not allow it, or it contradicts what exists."},
    {412, "`If-Match` names another version than the present one."},
    {413, "The body is too large."},
    {415, "The body is of another media type."},
    {422, "The body is not as described (`errors`), or the Idempotency-Key was used for another request."},
    {428, "`If-Match` is missing."},
    {429, "Too many attempts; `Retry-After` says how long to wait."},
    {500, "A fault of the service; the log knows more by X-Request-Id."},
    {503, "The service is busy or its database is away; `Retry-After` says when to ask again."},
    {507, "The storage is full."},
};
// clang-format on

json::object with_header(json::object answer, std::string_view name)
{
    auto& all = answer["headers"];
    if (!all.is_object()) all = json::object();
    all.as_object()[name] = {{"$ref", "#/components/headers/" + std::string(name)}};
    return answer;
}

bool is_media_type(std::string_view name)
{
    return name.find('/') != name.npos;
}

bool is_download(const operation_shape& shape)
{
    return is_media_type(shape.answer) && shape.pattern.find("/workflows/") == shape.pattern.npos &&
           shape.answer != "text/calendar" && shape.answer != "application/schema+json";
}

bool is_stored_file(const operation_shape& shape)
{
    return shape.method == "GET" && shape.pattern.ends_with("/content");
}

bool requires_version(const json::object& schema)
{
    if (const auto* file = schema.if_contains("$ref")) {
        const std::string_view where = file->as_string();
        const auto* named = schema_file(where.substr(where.rfind('/') + 1));
        return named && requires_version(*named);
    }
    if (const auto* required = schema.if_contains("required"))
        for (const json::value& each : required->as_array())
            if (each == "version") return true;
    if (const auto* parts = schema.if_contains("allOf"))
        for (const json::value& each : parts->as_array())
            if (requires_version(each.as_object())) return true;
    return false;
}

// What is read and told by its tag; and one thing that has a version, after a change.
bool has_etag(const operation_shape& shape)
{
    if (shape.answer.empty()) return false;
    if (may_be_known(shape)) return true;
    if (shape.list || is_media_type(shape.answer)) return false;
    const std::string name(shape.answer);
    if (name.ends_with("_answer") && name != "bulk_answer") return true;
    for (const std::string& each : {name, name + "_item"})
        if (const auto* file = schema_file(each)) return requires_version(*file);
    return false;
}

json::object page_of_items(std::string_view schema)
{
    return {{"type", "object"},
            {"required", {"items", "next"}},
            {"properties",
             {{"items", {{"type", "array"}, {"items", reference_to(schema)}}},
              {"next",
               {{"description", "The cursor of the next page; null: this was the last."},
                {"type", {"string", "null"}}}}}}};
}

// As a whole, an item a line.
json::object whole_list_of(const operation_shape& shape)
{
    return {{"schema", reference_to(shape.answer)}};
}

json::object good_content(const route& of, const operation_shape& shape)
{
    if (is_media_type(shape.answer)) return content_of(shape.answer, {});
    json::object out = content_of("application/json", shape.list ? page_of_items(shape.answer)
                                                                 : reference_to(shape.answer));
    if (const json::value* example = example_answer_of(of.operation))
        out.begin()->value().as_object()["example"] = *example;
    if (shape.list) out["application/x-ndjson"] = whole_list_of(shape);
    return out;
}

bool sets_cookie(const route& of)
{
    return of.pattern.starts_with("/api/v1/session") && of.method != "GET";
}

json::object good_answer(const route& of, const operation_shape& shape)
{
    json::object out{{"description", shape.status == 201   ? "Made."
                                     : shape.status == 204 ? "Done; there is nothing to say."
                                     : of.method == "GET"  ? "What was asked for."
                                                           : "Done."}};
    out = with_header(std::move(out), "X-Request-Id");
    if (has_etag(shape)) out = with_header(std::move(out), "ETag");
    if (shape.status == 201) out = with_header(std::move(out), "Location");
    if (of.takes_idempotency_key) out = with_header(std::move(out), "Idempotent-Replayed");
    if (of.limits) out = with_header(with_header(std::move(out), "RateLimit"), "RateLimit-Policy");
    if (sets_cookie(of)) out = with_header(std::move(out), "Set-Cookie");
    if (is_download(shape)) out = with_header(std::move(out), "Content-Disposition");
    if (!shape.answer.empty()) out["content"] = good_content(of, shape);
    return out;
}

std::string problem_name(int status)
{
    return "problem_" + std::to_string(status);
}

json::object refused_with(std::string_view schema)
{
    json::object out{{"description", "What is wrong with the file, or with the request."}};
    out = with_header(std::move(out), "X-Request-Id");
    out["content"] = content_of("application/problem+json",
                                {{"anyOf", {reference_to(schema), reference_to("problem")}}});
    return out;
}

} // namespace

bool may_be_known(const operation_shape& shape)
{
    if (shape.method != "GET" || shape.status != 200) return false;
    return is_stored_file(shape) || !is_media_type(shape.answer) ||
           shape.answer == "application/schema+json";
}

json::object answers_of(const route& of, const operation_shape& shape)
{
    json::object out{{std::to_string(shape.status), good_answer(of, shape)}};
    const auto refused = [&](std::initializer_list<int> statuses) {
        for (int status : statuses)
            out[std::to_string(status)] =
                json::object{{"$ref", "#/components/responses/" + problem_name(status)}};
    };
    const bool changes = of.method != "GET";
    if (may_be_known(shape))
        out["304"] = with_header(
            with_header({{"description", "The answer is the one that `If-None-Match` names."}},
                        "X-Request-Id"),
            "ETag");
    refused({400});
    if (of.needs_sign_in || changes) refused({401, 403});
    const bool may_miss = of.pattern.find('{') != of.pattern.npos || tag_of(of) == "me";
    if (may_miss || !of.query.empty()) refused({404});
    if (changes) refused({409});
    if (of.takes_if_match) refused({412, 428});
    if (of.body != body_kind::none) refused({413, 415, 422});
    if (of.takes_idempotency_key) refused({422});
    if (of.limits) refused({429});
    refused({500, 503});
    if (changes) refused({507});
    if (!shape.refused.empty()) out["422"] = refused_with(shape.refused);
    out["default"] = json::object{{"$ref", "#/components/responses/problem"}};
    return out;
}

json::object problem_responses()
{
    const json::object content = content_of("application/problem+json", reference_to("problem"));
    json::object any{
        {"description", "An understandable no, of any other status (405, 408, 431 …)."}};
    any = with_header(with_header(std::move(any), "X-Request-Id"), "Allow");
    any["content"] = content;
    json::object out{{"problem", std::move(any)}};
    for (const auto& [status, description] : noes) {
        json::object no{{"description", description}};
        no = with_header(std::move(no), "X-Request-Id");
        if (status == 401) no = with_header(std::move(no), "WWW-Authenticate");
        if (status == 429 || status == 503) no = with_header(std::move(no), "Retry-After");
        if (status == 401 || status == 422 || status == 429) // of what is limited
            no = with_header(with_header(std::move(no), "RateLimit"), "RateLimit-Policy");
        no["content"] = content;
        if (const json::value* example = example_problem(status))
            no["content"].as_object().begin()->value().as_object()["example"] = *example;
        out[problem_name(status)] = std::move(no);
    }
    return out;
}

json::object answer_headers()
{
    json::object out;
    for (const auto& [name, description] : headers) {
        const bool always =
            std::find(std::begin(not_always), std::end(not_always), name) == std::end(not_always);
        out[name] = {
            {"description", description}, {"required", always}, {"schema", {{"type", "string"}}}};
    }
    return out;
}

} // namespace api
