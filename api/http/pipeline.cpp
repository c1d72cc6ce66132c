// The checks before the handler, in order.
#include "api/http/pipeline.hpp"
#include "api/http/conditional.hpp"
#include "api/http/config.hpp"
#include "api/http/json_body.hpp"
#include "api/http/problem.hpp"
#include "api/http/query.hpp"
#include "api/http/secret.hpp"
#include "api/words/http_errc.hpp"
#include <algorithm>

namespace api {

using workflow::errc;
using workflow::refusal;
using no = std::optional<refusal>;

namespace {

bool is_below_api(const request& asked)
{
    return !asked.segments.empty() && asked.segments[0] == "api";
}

// A page of another site can make a browser send a request, but not forge these headers.
no refuse_other_origins(const request& asked)
{
    if (!asked.changes_something()) return {};
    const auto site = asked.header("sec-fetch-site");
    const bool from_here = site.empty() || site == "same-origin" || site == "none";
    auto origin = asked.header("origin");
    const auto scheme = origin.find("://");
    if (scheme != origin.npos) origin.remove_prefix(scheme + 3);
    if (from_here && (origin.empty() || origin == asked.header("host"))) return {};
    return refusal{http_errc::csrf, {"origin_refused"}};
}

no refuse_forgery(const request& asked, const caller& by)
{
    if (auto other = refuse_other_origins(asked)) return other;
    if (!asked.changes_something() || !by.by_cookie) return {};
    if (!by.csrf_token.empty() && is_same_secret(asked.header("x-csrf-token"), by.csrf_token))
        return {};
    return refusal{http_errc::csrf, {"csrf_token_required"}};
}

// Whatever is asked for: who may not come in here learns nothing of what there is.
no refuse_scope(const route_match& place, const caller& by)
{
    if (!by.who.bounds || !place.found || !place.found->needs_sign_in) return {};
    const route& row = *place.found;
    const auto wanted = row.opened_by_which ? row.opened_by_which(place.parameters)
                                            : row.opened_by.value_or(scope::none);
    if (wanted.meets(by.who.bounds->scopes)) return {};
    return refusal{http_errc::insufficient_scope, workflow::outside_scope(wanted)};
}

no refuse_size(const request& asked, const route& row)
{
    const limits most;
    const bool spooled = row.body == body_kind::multipart || row.body == body_kind::file;
    if (!asked.body_too_large) return {};
    const auto limit = spooled ? file_bytes_max : most.json_bytes_max;
    return refusal{http_errc::payload_too_large,
                   {"body_too_large", {{"limit", std::to_string(limit)}}}};
}

no refuse_media_type(const request& asked, const route& row)
{
    if (asked.body_bytes > 0 && asked.has_header("content-encoding"))
        return refusal{http_errc::unsupported_media_type, {"content_encoding_unsupported"}};
    if (row.body == body_kind::file || row.body == body_kind::none) return {};
    if (row.body == body_kind::json && asked.body_bytes == 0) return {};
    const std::string_view expected = row.body == body_kind::json ? "application/json"
                                      : row.body == body_kind::form
                                          ? "application/x-www-form-urlencoded"
                                          : "multipart/form-data";
    const auto given = asked.header("content-type");
    std::string type;
    for (char c : given.substr(0, given.find(';')))
        if (c != ' ' && c != '\t') type += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    std::string rest(given.substr(std::min(given.size(), type.size())));
    std::transform(rest.begin(), rest.end(), rest.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const bool other_charset = rest.find("charset") != rest.npos && rest.find("utf-8") == rest.npos;
    if (type == expected && !other_charset) return {};
    return refusal{http_errc::unsupported_media_type,
                   {"media_type_expected", {{"expected", std::string(expected)}}}};
}

no refuse_key(const request& asked)
{
    if (!asked.has_header("idempotency-key")) return {};
    const auto key = asked.header("idempotency-key");
    const bool good =
        !key.empty() && key.size() <= idempotency_key_bytes_max &&
        std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (good) return {};
    return refusal{
        errc::malformed,
        {"idempotency_key_malformed", {{"limit", std::to_string(idempotency_key_bytes_max)}}}};
}

no refuse_query(const request& asked, const route& row)
{
    if (row.takes_any_query) return {};
    for (const auto& [name, value] : asked.query) {
        if (std::find(row.query.begin(), row.query.end(), name) == row.query.end())
            return refusal{errc::malformed, {"query_unknown", {{"name", name}}}};
        if (name == "limit") {
            if (auto page = page_of(asked); page.has_error()) return page.error();
        }
        if (name == "dry_run") {
            if (auto dry = flag(asked, name); dry.has_error()) return dry.error();
        }
    }
    return {};
}

// `body` is filled where the route takes JSON.
no refuse_malformed(const request& asked, const route& row, boost::json::value& body)
{
    if (asked.malformed) return asked.malformed;
    if (auto wrong = refuse_query(asked, row)) return wrong;
    if (auto wrong = refuse_key(asked)) return wrong;
    if (row.body == body_kind::none && asked.body_bytes > 0 && asked.body != "{}")
        return refusal{errc::malformed, {"body_not_expected"}};
    if (row.body == body_kind::json) {
        auto parsed = parse_json(asked.body);
        if (parsed.has_error()) return parsed.error();
        body = std::move(*parsed);
    }
    return {};
}

// Fills in what the handler gets of body and If-Match.
no refuse_form(const request& asked, const route_match& place, call& made)
{
    if (!place.found)
        return refusal{http_errc::method_not_allowed,
                       {"method_not_allowed", {{"allowed", place.allowed}}}};
    const route& row = *place.found;
    if (auto wrong = refuse_size(asked, row)) return wrong;
    if (auto wrong = refuse_media_type(asked, row)) return wrong;
    if (auto wrong = refuse_malformed(asked, row, made.body)) return wrong;
    if (!row.takes_if_match) return {};
    const auto version = version_to_match(asked);
    if (version.has_error()) return version.error();
    made.version = *version;
    return {};
}

} // namespace

pipeline::pipeline(std::vector<route> routes, pipeline_hooks hooks)
    : router_(std::move(routes)), hooks_(std::move(hooks))
{
}

bool pipeline::spools(const request& head) const
{
    const route* found = router_.match(head).found;
    return found && (found->body == body_kind::multipart || found->body == body_kind::file);
}

std::optional<reply> pipeline::refuse_head(const request& head) const
{
    const route* row = router_.match(head).found;
    if (!row || !row->needs_sign_in) return {};
    const auto by = hooks_.authenticate(head);
    if (by.has_error()) return refusal_of(head, {}, by.error());
    if (auto forged = refuse_forgery(head, *by)) return refusal_of(head, *by, *forged);
    if (auto closed = refuse_scope(router_.match(head), *by)) return refusal_of(head, *by, *closed);
    return {};
}

reply pipeline::answer(const request& asked) const
{
    caller by;
    std::vector<name_value> left; // of what is limited
    auto out = checked(asked, by, left);
    reply told = out ? conditional(asked, std::move(*out)) : refusal_of(asked, by, out.error());
    if (told.by.empty()) told.by = by.who.user.id;
    for (auto& [name, value] : left) told.with(std::move(name), std::move(value));
    return told;
}

reply pipeline::refusal_of(const request& asked, const caller& by, const refusal& why) const
{
    if (hooks_.refused) hooks_.refused(asked, by, why);
    const std::string& user = by.who.user.id;
    reply out = problem(why, user.empty() ? preferred_locale(asked) : by.who.locale);
    out.by = user;
    return out;
}

workflow::result<reply> pipeline::checked(const request& asked, caller& by,
                                          std::vector<name_value>& left) const
{
    const route_match place = router_.match(asked);
    const bool needs_sign_in = place.found ? place.found->needs_sign_in : is_below_api(asked);
    if (needs_sign_in) {
        auto who = hooks_.authenticate(asked);
        if (who.has_error()) return who.error();
        by = std::move(*who);
    }
    if (auto forged = refuse_forgery(asked, by)) return *forged;
    if (auto closed = refuse_scope(place, by)) return *closed;
    const bool keyed = place.found && place.found->takes_idempotency_key && needs_sign_in;
    std::optional<request_key> key;
    if (keyed && !idempotency_key(asked).empty() && !refuse_key(asked)) {
        key = key_of(asked);
        if (hooks_.stored_answer) {
            auto stored = hooks_.stored_answer(asked, by, *key);
            if (stored.has_error()) return stored.error();
            if (*stored) return std::move(**stored);
        }
    }
    if (place.allowed.empty() && hooks_.page && !asked.changes_something() && !is_below_api(asked))
        if (auto page = hooks_.page(asked)) return std::move(*page);
    if (place.allowed.empty()) return refusal{errc::not_found, {"not_found"}};
    const bool is_known = !by.who.user.id.empty();
    call made{asked,
              place.parameters,
              by,
              is_known ? by.who.locale : std::string(preferred_locale(asked)),
              {},
              0,
              std::move(key)};
    if (auto wrong = refuse_form(asked, place, made)) {
        const route* row = place.found ? place.found : place.same_path;
        if (row->visible)
            if (auto hidden = row->visible(made)) return *hidden;
        return *wrong;
    }
    auto answer = place.found->answer(made);
    if (place.found->limits) left = place.found->limits(made);
    return answer;
}

} // namespace api
