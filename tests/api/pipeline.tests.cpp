// The order of refusals before a handler, and what the route table matches.
#include "api/http/pipeline.hpp"
#include "api/http/problem.hpp"
#include "api/words/http_errc.hpp"
#include "tests/support/catch.hpp"
#include <boost/json.hpp>

using api::body_kind;
using api::call;
using api::reply;
using api::request;
using workflow::errc;
using workflow::refusal;

namespace {

workflow::result<reply> ok(const call& made)
{
    return api::json_reply(200, made.path.empty() ? "{}" : "{\"id\":\"" + made.id() + "\"}");
}

std::optional<refusal> only_plan_a(const call& made)
{
    if (made.id() == "a") return {};
    return refusal{errc::not_found, {"not_found"}};
}

std::vector<api::route> table()
{
    return {
        {.method = "GET", .pattern = "/api/v1/plans/{id}", .answer = ok, .query = {"limit"}},
        {.method = "GET", .pattern = "/api/v1/plans/mine", .answer = ok},
        {.method = "PATCH",
         .pattern = "/api/v1/plans/{id}",
         .answer = ok,
         .body = body_kind::json,
         .takes_if_match = true,
         .takes_idempotency_key = true,
         .visible = only_plan_a},
        {.method = "DELETE", .pattern = "/api/v1/plans/{id}", .answer = ok},
        {.method = "POST",
         .pattern = "/api/v1/evidence",
         .answer = ok,
         .body = body_kind::multipart},
        {.method = "POST",
         .pattern = "/api/v1/session",
         .answer = ok,
         .body = body_kind::json,
         .needs_sign_in = false},
    };
}

// Authorization: any lets in by token; Cookie by a session whose CSRF token is "t".
workflow::result<api::caller> authenticate(const request& asked)
{
    api::caller out;
    out.who.user = {"u1", "Ani"};
    out.who.locale = "en";
    out.by_cookie = asked.has_header("cookie");
    out.csrf_token = "t";
    if (out.by_cookie || asked.has_header("authorization")) return out;
    return refusal{api::http_errc::unauthenticated, {"sign_in_required"}};
}

workflow::result<std::optional<reply>> stored(const request& asked, const api::caller&,
                                              const api::request_key&)
{
    if (asked.header("idempotency-key") == "used")
        return refusal{errc::key_reused, {"idempotency_key_reused"}};
    if (asked.header("idempotency-key") == "known")
        return std::optional<reply>(api::json_reply(201, "{}"));
    return std::optional<reply>();
}

request asking(std::string method, std::string target,
               std::vector<api::name_value> headers = {{"authorization", "Bearer x"}},
               std::string body = {})
{
    request out;
    out.method = std::move(method);
    out.target = std::move(target);
    out.headers = std::move(headers);
    out.headers.emplace_back("host", "h");
    out.body = std::move(body);
    out.body_bytes = out.body.size();
    api::read_target(out);
    return out;
}

const api::pipeline& under_test()
{
    static const api::pipeline made(table(), {authenticate, stored, [](const request& asked) {
                                                  return asked.path() == "/"
                                                             ? std::optional(reply{})
                                                             : std::nullopt;
                                              }});
    return made;
}

int status(const request& asked)
{
    return under_test().answer(asked).status;
}

// Everything wrong at once; `headers` mend it step by step.
request worst(std::string id, std::vector<api::name_value> headers)
{
    request out = asking("PATCH", "/api/v1/plans/" + id, std::move(headers), "{");
    out.body_too_large = true;
    return out;
}

} // namespace

TEST_CASE("refusals come in the order of the contract")
{
    std::vector<api::name_value> headers{{"idempotency-key", "used"}};
    CHECK(status(worst("a", headers)) == 401);
    headers.emplace_back("cookie", "sid=1");
    CHECK(status(worst("a", headers)) == 403);
    headers.emplace_back("x-csrf-token", "t");
    CHECK(status(worst("a", headers)) == 422);
    headers[0].second = "known";
    CHECK(status(worst("a", headers)) == 201);
    headers[0].second = "new";
    CHECK(status(worst("b", headers)) == 404);
    CHECK(status(worst("a", headers)) == 413);
    request asked = worst("a", headers);
    asked.body_too_large = false;
    CHECK(status(asked) == 415);
    asked.headers.emplace_back("content-type", "application/json; charset=UTF-8");
    CHECK(status(asked) == 400);
    asked.body = "{}";
    CHECK(status(asked) == 428);
    asked.headers.emplace_back("if-match", "\"1\"");
    CHECK(status(asked) == 200);
}

TEST_CASE("a handler is given the version of If-Match and the digests of a key that is new")
{
    std::optional<api::request_key> looked_up;
    std::int64_t version = -1;
    bool same = false;
    auto rows = table();
    for (auto& row : rows)
        row.answer = [&](const call& made) {
            version = made.version;
            same = made.key && looked_up && made.key->key == looked_up->key &&
                   made.key->request == looked_up->request && made.key->request.size() == 64;
            return ok(made);
        };
    api::pipeline_hooks hooks;
    hooks.authenticate = authenticate;
    hooks.stored_answer = [&](const request&, const api::caller&, const api::request_key& key) {
        looked_up = key;
        return workflow::result<std::optional<reply>>(std::optional<reply>());
    };
    const api::pipeline all(std::move(rows), hooks);
    const auto patch = [&](std::vector<api::name_value> more) {
        more.insert(more.end(), {{"authorization", "Bearer x"},
                                 {"content-type", "application/json"},
                                 {"if-match", "\"7\""}});
        return all.answer(asking("PATCH", "/api/v1/plans/a", std::move(more), "{}")).status;
    };
    CHECK(patch({}) == 200);
    CHECK(version == 7);
    CHECK_FALSE(same);
    CHECK(patch({{"idempotency-key", "k"}}) == 200);
    CHECK(same);
    CHECK(all.answer(asking("GET", "/api/v1/plans/a")).status == 200);
    CHECK(version == 0);
    CHECK_FALSE(same);
}

TEST_CASE("a stranger's upload is refused by its head alone")
{
    const auto refused = [](std::vector<api::name_value> headers) {
        const auto no = under_test().refuse_head(
            asking("POST", "/api/v1/evidence", std::move(headers), "a body"));
        return no ? no->status : 0;
    };
    CHECK(refused({}) == 401);
    CHECK(refused({{"cookie", "sid=1"}}) == 403);
    CHECK(refused({{"cookie", "sid=1"}, {"x-csrf-token", "t"}}) == 0);
    CHECK(refused({{"authorization", "Bearer x"}}) == 0);
    CHECK(refused({{"authorization", "Bearer x"}, {"origin", "https://evil.example"}}) == 403);
}

TEST_CASE("a packed body is refused where a plain one is taken")
{
    std::vector<api::name_value> headers{
        {"authorization", "Bearer x"}, {"content-type", "application/json"}, {"if-match", "\"1\""}};
    CHECK(status(asking("PATCH", "/api/v1/plans/a", headers, "{}")) == 200);
    headers.emplace_back("content-encoding", "gzip");
    CHECK(status(asking("PATCH", "/api/v1/plans/a", headers, "{}")) == 415);
}

TEST_CASE("401 comes before 404 and 405, but for public routes and pages")
{
    CHECK(status(asking("GET", "/api/v1/nothing", {})) == 401);
    CHECK(status(asking("PUT", "/api/v1/session", {})) == 401);
    CHECK(status(asking("POST", "/api/v1/session", {})) == 200);
    CHECK(status(asking("GET", "/", {})) == 200);
    CHECK(status(asking("GET", "/nothing", {})) == 404);
    CHECK(status(asking("GET", "/api/v1/nothing")) == 404);
}

TEST_CASE("4.1.4 a known path with another method is 405 and says which are allowed")
{
    for (auto method : {"PUT", "TRACE", "OPTIONS"}) {
        const auto got = under_test().answer(asking(method, "/api/v1/plans/a"));
        CHECK(got.status == 405);
        const bool named = std::any_of(got.headers.begin(), got.headers.end(), [](const auto& h) {
            return h.first == "Allow" && h.second == "GET, HEAD, PATCH, DELETE";
        });
        CHECK(named);
    }
    CHECK(status(asking("PUT", "/api/v1/plans/b")) == 404);
    CHECK(status(asking("HEAD", "/api/v1/plans/a")) == 200);
}

TEST_CASE("3.5.1 changes from other sites are refused, with or without a session")
{
    const auto from = [](std::string name, std::string value) {
        return status(asking("POST", "/api/v1/session", {{std::move(name), std::move(value)}}));
    };
    CHECK(from("sec-fetch-site", "same-origin") == 200);
    CHECK(from("sec-fetch-site", "none") == 200);
    CHECK(from("sec-fetch-site", "cross-site") == 403);
    CHECK(from("sec-fetch-site", "same-site") == 403);
    CHECK(from("origin", "https://h") == 200);
    CHECK(from("origin", "https://evil") == 403);
    CHECK(from("origin", "null") == 403);
    CHECK(status(asking("DELETE", "/api/v1/plans/a", {{"cookie", "s"}, {"x-csrf-token", "T"}})) ==
          403);
    CHECK(status(asking("DELETE", "/api/v1/plans/a", {{"cookie", "s"}, {"x-csrf-token", "t"}})) ==
          200);
    CHECK(status(asking("GET", "/api/v1/plans/a", {{"cookie", "s"}})) == 200);
}

TEST_CASE("15.3.7 query parameters are known, given once, and of their type")
{
    CHECK(status(asking("GET", "/api/v1/plans/a?limit=10")) == 200);
    for (auto bad : {"?limit=10&limit=11", "?other=1", "?limit=0", "?limit=%"})
        CHECK(status(asking("GET", std::string("/api/v1/plans/a") + bad)) == 400);
    CHECK(status(asking("DELETE", "/api/v1/plans/a", {{"authorization", "x"}}, "{\"a\":1}")) ==
          400);
    CHECK(status(asking("DELETE", "/api/v1/plans/a", {{"authorization", "x"}}, "{}")) == 200);
}

TEST_CASE("fixed segments win over parameters, and an empty one is no id")
{
    CHECK(under_test().answer(asking("GET", "/api/v1/plans/mine")).body == "{}");
    CHECK(under_test().answer(asking("GET", "/api/v1/plans/x%20y")).body == "{\"id\":\"x y\"}");
    CHECK(status(asking("GET", "/api/v1/plans/")) == 404);
    CHECK(status(asking("GET", "/api/v1/plans/a/")) == 404);
}

TEST_CASE("4.1.1 a body must be of the type that the route takes")
{
    const auto sent = [](std::string type) {
        return status(asking("POST", "/api/v1/evidence",
                             {{"authorization", "x"}, {"content-type", std::move(type)}}, "x"));
    };
    CHECK(sent("multipart/form-data; boundary=x") == 200);
    CHECK(sent("application/json") == 415);
    CHECK(sent("") == 415);
    CHECK(under_test().spools(asking("POST", "/api/v1/evidence")));
    CHECK_FALSE(under_test().spools(asking("POST", "/api/v1/session")));
}

TEST_CASE("an answer knows who asked, for the log of requests, and each refusal is told")
{
    std::vector<std::string> told;
    api::pipeline_hooks hooks;
    hooks.authenticate = authenticate;
    hooks.refused = [&](const request&, const api::caller& by, const refusal& no) {
        told.push_back(by.who.user.id + " " + no.reason.key);
    };
    const api::pipeline all(table(), hooks);
    CHECK(all.answer(asking("GET", "/api/v1/plans/a", {})).by.empty());
    CHECK(all.answer(asking("GET", "/api/v1/plans/a", {{"cookie", "sid=1"}})).by == "u1");
    const auto forged = all.answer(asking("DELETE", "/api/v1/plans/a", {{"cookie", "sid=1"}}));
    CHECK(forged.status == 403);
    CHECK(forged.by == "u1");
    CHECK(told == std::vector<std::string>{" sign_in_required", "u1 csrf_token_required"});
}
