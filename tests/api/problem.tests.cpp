// Refusals on the wire.
#include "api/http/problem.hpp"
#include "api/words/http_errc.hpp"
#include "tests/support/catch.hpp"
#include "workflow/words/sentences.hpp"
#include <boost/json.hpp>

using workflow::errc;

namespace {

const std::string* header(const api::reply& answer, std::string_view name)
{
    for (const auto& [key, value] : answer.headers)
        if (key == name) return &value;
    return nullptr;
}

} // namespace

TEST_CASE("every kind of refusal has a status, a name and a title")
{
    for (const auto& [code, status] : api::all_statuses()) {
        INFO(code.name());
        CHECK(api::status_of(code) == status);
        CHECK(status >= 400);
        CHECK(status != 500);
        CHECK(api::reason_phrase(status) != "Unknown");
        CHECK(workflow::find_wording("title_" + std::string(code.name())));
    }
    CHECK(api::all_statuses().size() == 21);
}

TEST_CASE("a refusal by rule says why and who could")
{
    workflow::refusal no{errc::forbidden, {"not_permitted"}};
    no.who.push_back({"sahli", {}, "62", "Kalimantan Tengah", {"Ani"}, {"Staf Ahli", "Adviser"}});
    no.who.push_back({"agency_head", {"a1", "Dinas Sosial"}, "", "", {}});
    const auto answer = api::problem(no, "en");
    const auto body = boost::json::parse(answer.body);
    CHECK(answer.status == 403);
    CHECK(answer.content_type.starts_with("application/problem+json"));
    CHECK(body.at("code") == "forbidden");
    CHECK(body.at("reason") == "This action is not within your rights.");
    CHECK(body.at("who") == boost::json::parse(R"([
        {"role":"sahli","role_title":"Adviser","agency":null,
         "region":{"code":"62","name":"Kalimantan Tengah"},"names":["Ani"]},
        {"role":"agency_head","role_title":"Head of agency",
         "agency":{"id":"a1","name":"Dinas Sosial"},"region":null,"names":[]}])"));
}

TEST_CASE("faults of fields keep their pointers and speak the caller's language")
{
    workflow::refusal no{errc::invalid, {"body_invalid"}, {}, {{"/year", {"field_missing"}}}};
    no.extra_json = R"({"rows":3})";
    const auto body = boost::json::parse(api::problem(no, "id").body);
    CHECK(body.at("status") == 422);
    CHECK(body.at("errors").at(0).at("pointer") == "/year");
    CHECK(body.at("errors").at(0).at("detail") == "Wajib diisi.");
    CHECK(body.at("rows") == 3);
    CHECK_FALSE(body.as_object().contains("reason"));
}

TEST_CASE("the headers that belong to a status are set")
{
    CHECK(*header(api::problem({api::http_errc::unavailable, {"service_overloaded"}}, "id"),
                  "Retry-After") == "2");
    CHECK(*header(api::problem({api::http_errc::too_many_requests,
                                {"too_many_attempts", {{"seconds", "30"}}}},
                               "id"),
                  "Retry-After") == "30");
    CHECK(*header(api::problem({api::http_errc::method_not_allowed,
                                {"method_not_allowed", {{"allowed", "GET, HEAD"}}}},
                               "id"),
                  "Allow") == "GET, HEAD");
    CHECK(header(api::problem({api::http_errc::unauthenticated, {"sign_in_required"}}, "id"),
                 "WWW-Authenticate"));
}
