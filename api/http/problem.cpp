// Turns refusals into problem documents.
#include "api/http/problem.hpp"
#include "api/http/config.hpp"
#include "api/words/http_errc.hpp"
#include "workflow/people/roles.hpp"
#include "workflow/words/sentences.hpp"
#include <algorithm>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <stdexcept>

namespace api {

namespace json = boost::json;
using workflow::errc;

namespace {

// In the order in which they are checked (contract, section 3).
constexpr std::pair<errc, int> statuses[]{
    {http_errc::unauthenticated, 401},
    {http_errc::second_factor_required, 401},
    {http_errc::csrf, 403},
    {http_errc::insufficient_scope, 403},
    {errc::key_reused, 422},
    {errc::not_found, 404},
    {http_errc::method_not_allowed, 405},
    {http_errc::payload_too_large, 413},
    {http_errc::unsupported_media_type, 415},
    {errc::malformed, 400},
    {http_errc::precondition_required, 428},
    {errc::forbidden, 403},
    {errc::step_up_required, 403},
    {errc::wrong_state, 409},
    {errc::invalid, 422},
    {errc::guard, 409},
    {errc::conflict, 409},
    {errc::stale, 412},
    {http_errc::too_many_requests, 429},
    {http_errc::unavailable, 503},
    {http_errc::insufficient_storage, 507},
};

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
    return workflow::find_wording(own) ? own : "title_" + std::string(no.code.name());
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

// As RFC 6750 has it: a token that is over is told from one that is too little.
std::string challenge_of(const workflow::refusal& no)
{
    if (no.reason.key == "token_expired") return "Bearer error=\"invalid_token\"";
    if (no.code != http_errc::insufficient_scope) return "Bearer";
    const auto wanted = no.reason.arguments.find("scopes");
    const bool is_named = wanted != no.reason.arguments.end();
    return "Bearer error=\"insufficient_scope\"" +
           (is_named ? ", scope=\"" + wanted->second.id + "\"" : std::string());
}

void add_retry_after(reply& out, const workflow::refusal& no)
{
    if (out.status != 429 && out.status != 503) return;
    const auto seconds = no.reason.arguments.find("seconds");
    out.with("Retry-After", seconds == no.reason.arguments.end()
                                ? std::to_string(retry_after_seconds)
                                : seconds->second.id);
}

std::string_view title_for(int status)
{
    if (status == 503) return "title_unavailable";
    return status >= 500 && status != 501 && status != 505 ? "title_internal" : "title_malformed";
}

} // namespace

std::span<const std::pair<errc, int>> all_statuses()
{
    return statuses;
}

int status_of(errc code)
{
    for (const auto& [each, status] : statuses)
        if (each == code) return status;
    throw std::logic_error("a refusal has no status: " + std::string(code.name()));
}

reply problem(const workflow::refusal& no, std::string_view locale)
{
    const int status = status_of(no.code);
    json::object body = document(status, no.code.name(), title_of(no), no.reason, locale);
    if (is_refused_by_rule(no.code)) {
        body["reason"] = workflow::say(locale, no.reason);
        body["reason_code"] = no.reason.key;
    }
    if (!no.who.empty()) body["who"] = who_json(no.who, locale);
    if (!no.errors.empty()) {
        json::array errors;
        for (const auto& each : no.errors)
            errors.push_back(json::object{{"pointer", each.pointer},
                                          {"detail", workflow::say(locale, each.detail)}});
        body["errors"] = std::move(errors);
    }
    add_extra(body, no.extra_json);
    reply out = as_reply(status, body);
    if (status == 401 || no.code == http_errc::insufficient_scope)
        out.with("WWW-Authenticate", challenge_of(no));
    if (no.code == http_errc::method_not_allowed && no.reason.arguments.count("allowed"))
        out.with("Allow", no.reason.arguments.at("allowed").id);
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

json::array who_json(const std::vector<workflow::who_can>& who, std::string_view locale)
{
    json::array out;
    for (const auto& each : who) {
        json::value agency, region;
        if (!each.agency.id.empty())
            agency = json::object{{"id", each.agency.id}, {"name", each.agency.name}};
        if (!each.region.empty())
            region = json::object{{"code", each.region}, {"name", each.region_name}};
        const auto title = each.called.empty() ? workflow::title_of_role(each.role) : each.called;
        out.push_back(json::object{{"role", each.role},
                                   {"role_title", title.in(locale)},
                                   {"agency", std::move(agency)},
                                   {"region", std::move(region)},
                                   {"names", json::array(each.names.begin(), each.names.end())}});
    }
    return out;
}

std::string_view reason_phrase(int status)
{
    static constexpr std::pair<int, std::string_view> phrases[]{
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
    for (const auto& [each, phrase] : phrases)
        if (each == status) return phrase;
    return "Unknown";
}

} // namespace api
