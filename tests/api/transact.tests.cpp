// Answers that are kept for a repeated request, and what of them can be read in the database.
#include "api/nouns/transact.hpp"
#include "api/words/http_errc.hpp"
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"

using support::counter;

namespace {

const std::string body = R"({"username":"baru","name":"Baru","email":"baru@example.org"})";
const support::headers key{{"idempotency-key", "3f0c-9a"}};

std::int64_t kept_with(counter& here, const std::string& column, const std::string& text)
{
    return here.behind().here().count("SELECT COUNT(*) FROM idempotency WHERE " + column +
                                      " LIKE '%" + text + "%'");
}

} // namespace

TEST_CASE("a repeated request is told the same secret, which the database cannot tell")
{
    counter here;
    const auto first = here.ask("dewi", "POST", "/api/v1/users", body, key);
    REQUIRE(first.status() == 201);
    const auto code = first.text("/activation_code");
    CHECK(here.behind().here().count("SELECT COUNT(*) FROM idempotency") == 1);
    CHECK(kept_with(here, "body", code) == 0);
    CHECK(kept_with(here, "headers", code) == 0);
    CHECK(kept_with(here, "request_key", "3f0c-9a") == 0);
    const auto again = here.ask("dewi", "POST", "/api/v1/users", body, key);
    CHECK(again.header("Idempotent-Replayed") == "true");
    CHECK(again.status() == 201);
    CHECK(again.raw.body == first.raw.body);
    CHECK(again.header("Location") == first.header("Location"));
    CHECK(again.header("sealed").empty());
}

TEST_CASE("an answer without a secret is kept as it was sent")
{
    counter here;
    const auto plan = here.behind().draft();
    const auto made = here.ask("ani", "POST", "/api/v1/plans/" + plan + "/comments",
                               R"({"text":"Mohon diperiksa"})", key);
    REQUIRE(made.status() == 201);
    CHECK(kept_with(here, "body", "Mohon diperiksa") == 1);
}

TEST_CASE("a body that was not read to its end is no repeated request")
{
    api::request empty;
    empty.method = "POST";
    empty.target = "/api/v1/plans";
    empty.headers = {{"idempotency-key", "k"}};
    api::request cut_off = empty;
    cut_off.body_too_large = true;
    CHECK(api::key_of(cut_off).key == api::key_of(empty).key);
    CHECK(api::key_of(cut_off).request != api::key_of(empty).request);
}

TEST_CASE("nothing is done for somebody who was disabled since they were recognised")
{
    counter here;
    const api::request asked;
    const api::path_parameters path;
    api::caller ani;
    ani.who.user = {"ani", "Ani"};
    const api::call call{asked, path, ani, "id", {}};
    int done = 0;
    const auto task = [&](const api::work&) {
        ++done;
        return workflow::result<api::reply>(api::no_content());
    };
    REQUIRE(api::change(here.context(), call, task).has_value());
    REQUIRE(api::look(here.context(), call, task).has_value());
    REQUIRE(done == 2);
    here.behind().here().execute("UPDATE users SET disabled = 1 WHERE id = 'ani'");
    for (const auto& answer :
         {api::change(here.context(), call, task), api::look(here.context(), call, task)}) {
        REQUIRE_FALSE(answer.has_value());
        CHECK(answer.error().code == api::http_errc::unauthenticated);
    }
    CHECK(done == 2);
}
