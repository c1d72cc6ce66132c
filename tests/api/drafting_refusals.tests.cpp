// Every refusal of making and drafting plans, as data: who asks what, and which no they get.
#include "tests/api/support/running_api.hpp"
#include "tests/support/catch.hpp"

using support::running_api;

namespace {

struct refused {
    const char* user;
    const char* method;
    const char* path; // {plan} and {action} stand for ids
    std::string body;
    int status;
    const char* code;
    const char* pointer{""}; // of the first fault of the body
    const char* if_match{""};
};

std::string with(const std::string& member)
{
    return R"({"title":"Aksi","phase":"prevention",)" + member + "}";
}

// clang-format off
const refused table[]{
    {"ani", "POST", "/api/v1/plans", R"({"kind":"rad_x","region":"62","year":2027,"title":"T"})", 422, "invalid", "/kind"},
    {"ani", "POST", "/api/v1/plans", R"({"kind":"rad_pks","region":"63.99","year":2027,"title":"T"})", 422, "invalid", "/region"},
    {"ani", "POST", "/api/v1/plans", R"({"kind":"rad_pks","region":"62","year":1999,"title":"T"})", 422, "invalid", "/year"},
    {"ani", "POST", "/api/v1/plans", R"({"kind":"rad_pks","region":"62","year":"2027","title":"T"})", 422, "invalid", "/year"},
    {"ani", "POST", "/api/v1/plans", R"({"kind":"rad_pks","region":"62","year":2027})", 422, "invalid", "/title"},
    {"ani", "POST", "/api/v1/plans", R"({"kind":"rad_pks","region":"62","year":2027,"title":""})", 422, "invalid", "/title"},
    {"ani", "POST", "/api/v1/plans", R"({"kind":"rad_pks","region":"62","year":2027,"title":"T","state":"x"})", 422, "invalid", "/state"},
    {"ani", "POST", "/api/v1/plans", R"({"kind":"rad_pks","region":"62","year":2026,"title":"T"})", 409, "conflict"},
    {"ani", "POST", "/api/v1/plans", R"({"kind":"rad_pks","region":"62.71","year":2027,"title":"T"})", 403, "forbidden"},
    {"budi", "POST", "/api/v1/plans", R"({"kind":"rad_x","region":"62","year":2027})", 403, "forbidden"},
    {"budi", "POST", "/api/v1/plans", "{}", 403, "forbidden"},
    {"ani", "POST", "/api/v1/plans", "[]", 422, "invalid", ""},
    {"ani", "POST", "/api/v1/plans", "{", 400, "malformed"},
    {"ani", "GET", "/api/v1/plans?year=x", "", 400, "malformed"},
    {"ani", "GET", "/api/v1/plans?limit=201", "", 400, "malformed"},
    {"ani", "GET", "/api/v1/plans?cursor=x", "", 400, "malformed"},
    {"ani", "GET", "/api/v1/plans?colour=red", "", 400, "malformed"},
    {"ani", "GET", "/api/v1/plans/none", "", 404, "not_found"},
    {"ani", "PUT", "/api/v1/plans/{plan}", "{}", 405, "method_not_allowed"},
    {"ani", "PATCH", "/api/v1/plans/{plan}", R"({"title":"T"})", 428, "precondition_required"},
    {"budi", "PATCH", "/api/v1/plans/{plan}", R"({"title":"T"})", 404, "not_found", "", "\"1\""},
    {"budi", "PATCH", "/api/v1/plans/{plan}", R"({"title":"T"})", 404, "not_found"},
    {"ani", "PATCH", "/api/v1/plans/{plan}", R"({"name":"T"})", 422, "invalid", "/title", "\"1\""},
    {"ani", "PATCH", "/api/v1/plans/{plan}", R"({"title":"T"})", 412, "stale", "", "\"9\""},
    {"ani", "POST", "/api/v1/plans/{plan}/amendments", "{}", 409, "wrong_state"},
    {"budi", "POST", "/api/v1/plans/{plan}/amendments", "{}", 404, "not_found"},
    {"ani", "GET", "/api/v1/plans/{plan}/diff?from=1", "", 400, "malformed"},
    {"ani", "GET", "/api/v1/plans/{plan}/diff?from=1&to=x", "", 400, "malformed"},
    {"ani", "GET", "/api/v1/plans/{plan}/diff?from=1&to=2", "", 404, "not_found"},
    {"budi", "GET", "/api/v1/plans/{plan}/diff?from=1", "", 404, "not_found"},
    {"budi", "GET", "/api/v1/plans/{plan}/history", "", 404, "not_found"},
    {"budi", "GET", "/api/v1/plans/{plan}/revisions", "", 404, "not_found"},

    {"ani", "POST", "/api/v1/plans/{plan}/actions", "{}", 422, "invalid", "/phase"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", R"({"title":"A","phase":"later"})", 422, "invalid", "/phase"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("number":1)"), 409, "conflict", "/number"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("number":0)"), 422, "invalid", "/number"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("number":10000)"), 422, "invalid", "/number"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("measure":"sum")"), 422, "invalid", "/measure"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("mandatory":"yes")"), 422, "invalid", "/mandatory"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("note":")" + std::string(2001, 'a') + "\""), 422, "invalid", "/note"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("lead_agency":"a-clinic")"), 422, "invalid", "/lead_agency"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("lead_agency":{"id":"x"})"), 422, "invalid", "/lead_agency/id"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("lead_agency":5)"), 422, "invalid", "/lead_agency"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("supporting_agencies":[{"id":"x"}])"), 422, "invalid", "/supporting_agencies/0/id"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("supporting_agencies":[{}])"), 422, "invalid", "/supporting_agencies/0"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("targets":{})"), 422, "invalid", "/targets"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("targets":[{"period":"B05","text":"1"}])"), 422, "invalid", "/targets/0/period"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("targets":[{"period":"B04"},{"period":"B04"}])"), 422, "invalid", "/targets/1/period"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("targets":[{"period":"B04","quantity":-1}])"), 422, "invalid", "/targets/0/quantity"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("targets":[{"period":"B04","colour":"red"}])"), 422, "invalid", "/targets/0/colour"},
    {"ani", "POST", "/api/v1/plans/{plan}/actions", with(R"("version":3)"), 422, "invalid", "/version"},
    {"budi", "POST", "/api/v1/plans/{plan}/actions", "{}", 404, "not_found"},
    {"ani", "PATCH", "/api/v1/actions/{action}", R"({"title":null})", 422, "invalid", "/title", "\"1\""},
    {"ani", "PATCH", "/api/v1/actions/{action}", R"({"number":2})", 409, "conflict", "", "\"1\""},
    {"ani", "PATCH", "/api/v1/actions/{action}", R"({"note":"x"})", 412, "stale", "", "\"9\""},
    {"ani", "PATCH", "/api/v1/actions/{action}", R"({"note":"x"})", 428, "precondition_required"},
    {"ani", "DELETE", "/api/v1/actions/{action}", "", 428, "precondition_required"},
    {"ani", "GET", "/api/v1/actions/{action}?revision=2", "", 404, "not_found"},
    {"ani", "GET", "/api/v1/actions/{action}?revision=x", "", 400, "malformed"},
    {"budi", "GET", "/api/v1/actions/{action}?revision=x", "", 404, "not_found"},
    {"budi", "GET", "/api/v1/actions/{action}", "", 404, "not_found"},
    {"ani", "GET", "/api/v1/actions/none", "", 404, "not_found"},

    {"ani", "POST", "/api/v1/plans/{plan}/comments", "{}", 422, "invalid", "/text"},
    {"budi", "POST", "/api/v1/plans/{plan}/comments", "{}", 404, "not_found"},
    {"budi", "GET", "/api/v1/actions/{action}/comments", "", 404, "not_found"},
    {"ani", "GET", "/api/v1/targets/none/comments", "", 404, "not_found"},
    {"ani", "POST", "/api/v1/plans/{plan}/import", "x", 400, "malformed"},
    {"ani", "POST", "/api/v1/plans/{plan}/import?format=ods", "x", 400, "malformed"},
    {"ani", "POST", "/api/v1/plans/{plan}/import?format=xlsx", "x", 400, "malformed"},
    {"budi", "POST", "/api/v1/plans/{plan}/import?format=ods", "x", 404, "not_found"},
    {"budi", "POST", "/api/v1/plans/{plan}/import?format=xlsx", "x", 404, "not_found"},
    {"ani", "GET", "/api/v1/plans/{plan}/export", "", 400, "malformed"},
    {"ani", "GET", "/api/v1/plans/{plan}/export?format=pdf", "", 400, "malformed"},
    {"ani", "GET", "/api/v1/plans/{plan}/export?format=csv&revision=2", "", 404, "not_found"},
    {"budi", "GET", "/api/v1/plans/{plan}/export?format=csv", "", 404, "not_found"},
    {"ani", "POST", "/api/v1/plans/{plan}/documents", "{}", 415, "unsupported_media_type"},
    {"budi", "POST", "/api/v1/plans/{plan}/documents", "{}", 404, "not_found"},
    {"ani", "GET", "/api/v1/documents/none", "", 404, "not_found"},
    {"ani", "GET", "/api/v1/documents/none/content", "", 404, "not_found"},
};
// clang-format on

std::string filled(std::string path, const std::string& name, const std::string& id)
{
    const auto at = path.find(name);
    return at == path.npos ? path : path.replace(at, name.size(), id);
}

} // namespace

TEST_CASE("everything that is wrong with a request about a draft has its own answer")
{
    running_api here;
    const auto id = here.draft();
    const auto first =
        support::text_at(here.read("ani", "plans/" + id + "/actions"), "/items/0/id");
    for (const refused& r : table) {
        const auto path = filled(filled(r.path, "{plan}", id), "{action}", first);
        INFO(r.user << ' ' << r.method << ' ' << path << ' ' << r.body.substr(0, 200) << ' '
                    << r.if_match);
        support::header_list headers;
        if (*r.if_match) headers.emplace_back("If-Match", r.if_match);
        const auto answer = here.as(r.user).send(r.method, path, r.body, headers);
        INFO(answer.body);
        CHECK(answer.status == r.status);
        CHECK(answer.code() == r.code);
        if (*r.pointer) {
            const auto pointers = support::pointers_of(answer);
            CHECK(std::count(pointers.begin(), pointers.end(), r.pointer) == 1);
        }
        if (answer.status == 403)
            CHECK(support::text_at(answer.json(), "/who/0/role") == "secretariat");
    }
    CHECK(here.read("ani", "plans/" + id + "/actions").at("items").as_array().size() == 2);
}
