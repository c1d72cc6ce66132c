// The description says of every route what the table says, and every shape it names is there.
#include "api/description/openapi.hpp"
#include "api/description/operation_texts.hpp"
#include "api/nouns/closed_lists.hpp"
#include "api/nouns/routes.hpp"
#include "tests/api/support/town_hall.hpp"
#include "tests/support/catch.hpp"
#include <boost/json.hpp>
#include <fstream>
#include <set>

namespace json = boost::json;

namespace {

void collect_references(const json::value& in, std::set<std::string>& out)
{
    if (const auto* object = in.if_object()) {
        for (const auto& member : *object) {
            if (member.key() == "$ref") out.emplace(member.value().as_string());
            collect_references(member.value(), out);
        }
    } else if (const auto* array = in.if_array()) {
        for (const auto& each : *array) collect_references(each, out);
    }
}

std::vector<api::route> table_with(const api::route& extra)
{
    std::vector<api::route> out{extra};
    for (auto& each : api::openapi_routes(out, api::all_shapes())) out.push_back(std::move(each));
    return out;
}

} // namespace

TEST_CASE("every reference of the description resolves")
{
    support::town_hall here;
    const json::value document = api::openapi_document(
        api::all_routes(here.context()), api::all_shapes(), api::closed_lists(here.context()));
    std::set<std::string> references;
    collect_references(document, references);
    CHECK(references.size() > 10);
    for (const std::string& each : references) {
        CAPTURE(each);
        boost::system::error_code fault;
        CHECK(document.find_pointer(each.substr(1), fault) != nullptr);
    }
}

TEST_CASE("every row of shapes names schemas that exist")
{
    const json::value schemas =
        api::openapi_document({}, api::all_shapes()).at("components").at("schemas");
    for (const api::operation_shape& row : api::all_shapes().operations) {
        CAPTURE(row.method, row.pattern);
        for (const std::string_view name : {row.answer, row.body})
            if (!name.empty() && name.find('/') == name.npos)
                CHECK(schemas.as_object().contains(name));
        if (!row.refused.empty()) CHECK(schemas.as_object().contains(row.refused));
        CHECK((row.status == 204) == row.answer.empty());
    }
}

TEST_CASE("things and what commands answer are described alike, and a file may say more")
{
    const json::value schemas =
        api::openapi_document({}, api::all_shapes()).at("components").at("schemas");
    CHECK(schemas.at("review_answer") == json::parse(R"({
        "description": "What a command led to.",
        "type": "object",
        "required": ["resource", "event", "commands"],
        "properties": {
            "resource": {
                "$ref": "#/components/schemas/review",
                "description": "The thing as it is now."
            },
            "event": {"$ref": "#/components/schemas/event", "description": "What happened."},
            "commands": {
                "description": "What a person could do now, and whether the caller may.",
                "type": "array",
                "items": {"$ref": "#/components/schemas/command"}
            }
        }
    })"));
    CHECK(schemas.at("approval") == json::parse(R"({
        "description": "An approval with what may be done with it.",
        "allOf": [
            {"$ref": "#/components/schemas/approval_item"},
            {
                "type": "object",
                "required": ["commands"],
                "properties": {
                    "commands": {
                        "description": "What a person could do now, and whether the caller may.",
                        "type": "array",
                        "items": {"$ref": "#/components/schemas/command"}
                    }
                }
            }
        ]
    })"));
    CHECK(schemas.at("target").at("allOf").at(1).at("properties").as_object().contains("editable"));
    CHECK(schemas.at("plan_answer").at("properties").as_object().contains("asks"));
}

TEST_CASE("no two rows of shapes are about the same operation")
{
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const api::operation_shape& row : api::all_shapes().operations)
        CHECK(seen.emplace(row.method, row.pattern).second);
}

TEST_CASE("every route of the API has an operation id of its own, a summary and a shape")
{
    support::town_hall here;
    std::set<std::string_view> ids;
    const auto routes = api::all_routes(here.context());
    for (const api::route& each : routes) {
        CAPTURE(each.method, each.pattern);
        CHECK_FALSE(each.operation.empty());
        CHECK_FALSE(each.summary.empty());
        CHECK(ids.insert(each.operation).second);
        const api::operation_shape* shape = api::shape_of(each, api::all_shapes());
        REQUIRE(shape);
        CHECK((each.body != api::body_kind::none) == !shape->body.empty());
    }
}

TEST_CASE("every row of shapes is about a route of the API, so that no noun is left out")
{
    support::town_hall here;
    const auto routes = api::all_routes(here.context());
    std::set<std::pair<std::string_view, std::string_view>> served;
    for (const api::route& each : routes) served.emplace(each.method, each.pattern);
    for (const api::operation_shape& row : api::all_shapes().operations) {
        CAPTURE(row.method, row.pattern);
        CHECK(served.contains({row.method, row.pattern}));
    }
}

TEST_CASE("what a route asks for is in its description")
{
    api::route row{"PATCH", "/api/v1/plans/{id}", {}, "change_plan", "Change a plan"};
    row.body = api::body_kind::json;
    row.takes_if_match = true;
    row.takes_idempotency_key = true;
    row.query = {"limit"};
    const json::value document = api::openapi_document(table_with(row), api::all_shapes());
    const json::object operation =
        document.at("paths").at("/api/v1/plans/{id}").at("patch").as_object();
    CHECK(operation.at("operationId") == "change_plan");
    std::set<std::string> names;
    for (const json::value& each : operation.at("parameters").as_array())
        names.emplace(each.at("name").as_string());
    CHECK(names == std::set<std::string>{"id", "limit", "If-Match", "Idempotency-Key"});
    CHECK(operation.at("requestBody").at("content").as_object().contains("application/json"));
    for (const char* status : {"200", "401", "403", "404", "409", "412", "413", "415", "422", "428",
                               "500", "503", "507"})
        CHECK(operation.at("responses").as_object().contains(status));
    CHECK_FALSE(operation.at("responses").as_object().contains("429"));
    CHECK(operation.at("requestBody").at("required") == false); // no body is {}
    CHECK(operation.at("responses").at("200").at("headers").as_object().contains("ETag"));
    CHECK(json::serialize(operation.at("security")) == R"([{"session":[],"csrf":[]}])");
}

TEST_CASE(
    "every route that needs a sign-in says which scopes of a token open it, and no other does")
{
    support::town_hall here;
    for (const api::route& each : api::all_routes(here.context())) {
        CAPTURE(each.method, each.pattern);
        CHECK(each.opened_by.has_value() == each.needs_sign_in);
        const bool changes = each.method != "GET";
        if (each.opened_by) CHECK_FALSE((changes && each.opened_by->meets(api::scope::read)));
    }
}

TEST_CASE("the scopes that open a route are in its description")
{
    support::town_hall here;
    const json::value document =
        api::openapi_document(api::all_routes(here.context()), api::all_shapes());
    const auto security = [&](const char* path, const char* method) {
        return json::serialize(document.at("paths").at(path).at(method).at("security"));
    };
    CHECK(security("/api/v1/plans", "get") == R"([{"session":[]},{"token":["read"]}])");
    CHECK(security("/api/v1/plans", "post") == R"([{"session":[],"csrf":[]}])");
    CHECK(security("/api/v1/users", "get") ==
          R"([{"session":[]},{"token":["read"]},{"token":["directory"]}])");
    CHECK(security("/api/v1/users", "post") ==
          R"([{"session":[],"csrf":[]},{"token":["directory"]}])");
    CHECK(security("/api/v1/targets/{id}/commands/{command}", "post") ==
          R"([{"session":[],"csrf":[]},{"token":["report"]}])");
    CHECK(security("/api/v1/approvals/{id}/commands/{command}", "post") ==
          R"([{"session":[],"csrf":[]}])");
    CHECK(security("/api/v1/openapi.json", "get") == "[]");
}

TEST_CASE("every operation has a section of operations.md, and every section an operation")
{
    support::town_hall here;
    std::set<std::string> operations, tags;
    const json::value document =
        api::openapi_document(api::all_routes(here.context()), api::all_shapes());
    for (const auto& path : document.at("paths").as_object())
        for (const auto& each : path.value().as_object())
            operations.emplace(each.value().at("operationId").as_string());
    for (const json::value& each : document.at("tags").as_array())
        tags.emplace(each.at("name").as_string());
    for (const std::string& each : operations) {
        CAPTURE(each);
        CHECK_FALSE(api::section_of(each).empty());
    }
    for (const std::string& each : tags) {
        CAPTURE(each);
        CHECK_FALSE(api::tag_text(each).empty());
    }
    std::ifstream file(RAMPUNG_SOURCE_DIR "/api/description/operations.md");
    for (std::string line; std::getline(file, line);) {
        CAPTURE(line);
        if (line.starts_with("## tag: "))
            CHECK(tags.contains(line.substr(8)));
        else if (line.starts_with("## "))
            CHECK(operations.contains(line.substr(3)));
    }
}

TEST_CASE("closed lists are those of the tables and kinds, and no list is empty")
{
    support::town_hall here;
    const json::object lists = api::closed_lists(here.context());
    CHECK(lists.at("review_state").at("enum") ==
          json::parse(R"(["pending", "changes_requested", "confirmed", "lapsed", "superseded"])"));
    CHECK(lists.at("review_command").at("enum") ==
          json::parse(R"(["confirm", "request_changes", "withdraw"])"));
    for (const auto& [name, list] : lists) {
        CAPTURE(name);
        CHECK_FALSE(list.at("enum").as_array().empty());
    }
}

TEST_CASE("the description is public and served as it is")
{
    support::town_hall here;
    auto client = here.client();
    const auto got = client.get("/api/v1/openapi.json");
    CHECK(got.status == 200);
    CHECK(got.json().at("openapi") == "3.1.0");
    CHECK(got.json().at("paths").as_object().contains("/api/v1/openapi.json"));
    CHECK(got.json().at("paths").as_object().contains("/api/v1/session"));
}
