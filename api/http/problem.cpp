// Turns refusals into problem documents.
#include "api/http/problem.hpp"
#include "api/http/config.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace api {

namespace json = boost::json;
using workflow::errc;

namespace {

struct row {
    int status;
    std::string_view name;
};

row row_of(errc code)
{
    switch (code) {
    case errc::unauthenticated:
        return {401, "unauthenticated"};
    case errc::second_factor_required:
        return {401, "second_factor_required"};
    case errc::csrf:
        return {403, "csrf"};
    case errc::key_reused:
        return {422, "key_reused"};
    case errc::not_found:
        return {404, "not_found"};
    case errc::method_not_allowed:
        return {405, "method_not_allowed"};
    case errc::payload_too_large:
        return {413, "payload_too_large"};
    case errc::unsupported_media_type:
        return {415, "unsupported_media_type"};
    case errc::malformed:
        return {400, "malformed"};
    case errc::precondition_required:
        return {428, "precondition_required"};
    case errc::forbidden:
        return {403, "forbidden"};
    case errc::step_up_required:
        return {403, "step_up_required"};
    case errc::wrong_state:
        return {409, "wrong_state"};
    case errc::invalid:
        return {422, "invalid"};
    case errc::guard:
        return {409, "guard"};
    case errc::conflict:
        return {409, "conflict"};
    case errc::stale:
        return {412, "stale"};
    case errc::too_many_requests:
        return {429, "too_many_requests"};
    case errc::unavailable:
        return {503, "unavailable"};
    case errc::insufficient_storage:
        return {507, "insufficient_storage"};
    }
    return {500, "internal"};
}

bool is_refused_by_rule(errc code)
{
    return code == errc::forbidden || code == errc::wrong_state || code == errc::guard ||
           code == errc::conflict || code == errc::stale || code == errc::step_up_required;
}

json::object document(int status, std::string_view code, std::string_view title_key,
                      const workflow::sentence& detail, std::string_view locale)
{
    return {{"type", "urn:rampung:problem:" + std::string(code)},
            {"title", workflow::say(locale, {std::string(title_key)})},
            {"status", status},
            {"detail", workflow::say(locale, detail)},
            {"code", code}};
}

// That of the reason, where it has one of its own: a wrong password is not "not signed in".
std::string title_of(const workflow::refusal& no)
{
    const std::string own = "title_" + no.reason.key;
    return workflow::find_wording(own) ? own : "title_" + std::string(row_of(no.code).name);
}

reply as_reply(int status, const json::object& body)
{
    reply out = json_reply(status, json::serialize(body));
    out.content_type = "application/problem+json; charset=utf-8";
    return out;
}

void add_extra(json::object& body, const std::string& extra)
{
    if (extra.empty()) return;
    const json::value more = json::parse(extra);
    for (const auto& member : more.as_object()) body.insert_or_assign(member.key(), member.value());
}

void add_retry_after(reply& out, const workflow::refusal& no)
{
    if (out.status != 429 && out.status != 503) return;
    const auto seconds = no.reason.arguments.find("seconds");
    out.with("Retry-After", seconds == no.reason.arguments.end()
                                ? std::to_string(retry_after_seconds)
                                : seconds->second);
}

std::string_view title_for(int status)
{
    if (status == 503) return "title_unavailable";
    return status >= 500 && status != 501 && status != 505 ? "title_internal" : "title_malformed";
}

} // namespace

int status_of(errc code)
{
    return row_of(code).status;
}
std::string_view name_of(errc code)
{
    return row_of(code).name;
}

reply problem(const workflow::refusal& no, std::string_view locale)
{
    const auto [status, name] = row_of(no.code);
    json::object body = document(status, name, title_of(no), no.reason, locale);
    if (is_refused_by_rule(no.code)) {
        body["reason"] = workflow::say(locale, no.reason);
        body["reason_code"] = no.reason.key;
    }
    if (!no.who.empty()) body["who"] = who_json(no.who);
    if (!no.errors.empty()) {
        json::array errors;
        for (const auto& each : no.errors)
            errors.push_back(json::object{{"pointer", each.pointer},
                                          {"detail", workflow::say(locale, each.detail)}});
        body["errors"] = std::move(errors);
    }
    add_extra(body, no.extra_json);
    reply out = as_reply(status, body);
    if (status == 401) out.with("WWW-Authenticate", "Bearer");
    if (no.code == errc::method_not_allowed && no.reason.arguments.count("allowed"))
        out.with("Allow", no.reason.arguments.at("allowed"));
    add_retry_after(out, no);
    return out;
}

reply problem(int status, std::string_view code, const workflow::sentence& detail,
              std::string_view locale)
{
    reply out = as_reply(status, document(status, code, title_for(status), detail, locale));
    if (status == 503) out.with("Retry-After", std::to_string(retry_after_seconds));
    return out;
}

json::array who_json(const std::vector<workflow::who_can>& who)
{
    json::array out;
    for (const auto& each : who) {
        json::value agency, region;
        if (!each.agency.id.empty())
            agency = json::object{{"id", each.agency.id}, {"name", each.agency.name}};
        if (!each.region.empty())
            region = json::object{{"code", each.region}, {"name", each.region_name}};
        out.push_back(json::object{{"role", each.role},
                                   {"agency", std::move(agency)},
                                   {"region", std::move(region)},
                                   {"names", json::array(each.names.begin(), each.names.end())}});
    }
    return out;
}

std::string_view reason_phrase(int status)
{
    static constexpr row phrases[]{
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Content"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {505, "HTTP Version Not Supported"},
        {507, "Insufficient Storage"},
    };
    for (const row& each : phrases)
        if (each.status == status) return each.name;
    return "Unknown";
}

} // namespace api
