// What a token opens by its scopes, and where by its region.
#include "api/nouns/routes.hpp"
#include "tests/api/support/counter.hpp"
#include "tests/support/catch.hpp"

using support::counter;
using support::headers;
using support::heard;

namespace {

headers token_of(const std::string& scope, const std::string& region = {})
{
    headers out{{"x-scope", scope}};
    if (!region.empty()) out.emplace_back("x-region", region);
    return out;
}

// A plan in force, and a target of health that sari has filled in.
struct at_work : counter {
    std::string plan = behind().in_force();
    std::string target = behind().target_of(plan, "health", "B04");

    heard save(const headers& how)
    {
        return ask("sari", "PATCH", "/api/v1/targets/" + target, R"({"achievement":"a"})",
                   matching(how));
    }
    heard command(const std::string& who, const std::string& name, const headers& how,
                  const std::string& query = {})
    {
        return ask(who, "POST", "/api/v1/targets/" + target + "/commands/" + name + query, "{}",
                   matching(how));
    }
    heard see(const std::string& who, const std::string& path, const headers& how)
    {
        return ask(who, "GET", "/api/v1" + path, {}, how);
    }

private:
    headers matching(headers how)
    {
        how.emplace_back("if-match", "\"" + std::to_string(version("targets", target)) + "\"");
        return how;
    }
};

bool is_allowed(const heard& seen, std::string_view name)
{
    for (const auto& each : seen.at("/commands").as_array())
        if (each.at("name").as_string() == name) return each.at("allowed").as_bool();
    throw std::out_of_range("no command of that name");
}

} // namespace

TEST_CASE("a token opens no route that names none of its scopes, and none that names nothing")
{
    counter here;
    std::size_t closed = 0;
    for (const api::route& row : api::all_routes(here.context())) {
        if (!row.needs_sign_in) continue;
        for (const char* name : {"read", "report", "directory"}) {
            CAPTURE(row.method, row.pattern, name);
            const auto has = workflow::with_implied(workflow::scope_named(name).value());
            std::string path(row.pattern);
            for (auto open = path.find('{'); open != path.npos; open = path.find('{'))
                path.replace(open, path.find('}') - open + 1, "none");
            const auto got = here.ask("ani", std::string(row.method), path,
                                      row.body == api::body_kind::json ? "{}" : "", token_of(name));
            const bool is_open = row.opened_by->meets(has);
            CHECK((got.code() == "insufficient_scope") == !is_open);
            closed += is_open ? 0 : 1;
        }
    }
    CHECK(closed > 80);
}

TEST_CASE("to read is not to report, and to report is not to decide")
{
    at_work here;
    const auto reader = token_of("read");
    const auto reporter = token_of("report");
    const auto seen = [&](const headers& how) {
        return here.see("sari", "/targets/" + here.target, how);
    };
    CHECK(here.save(reader).code() == "insufficient_scope");
    REQUIRE(here.save(reporter).status() == 200);
    here.evidence("sari", here.target);
    CHECK(here.command("sari", "report", reader).code() == "insufficient_scope");
    CHECK(seen(reader).text("/editable") == "false");
    CHECK(seen(reporter).text("/editable") == "true");
    CHECK_FALSE(is_allowed(seen(reader), "report"));
    CHECK(seen(reader).text("/commands/0/reason") ==
          "This token does not open that request: it takes the scope report.");
    CHECK(is_allowed(seen(reporter), "report"));
    CHECK(here.command("sari", "no_such", reporter).status() == 404);
    REQUIRE(here.command("sari", "report", reporter).status() == 200);
    // The head may endorse; their machine may not, alone or by the dozen.
    CHECK(is_allowed(here.see("budi", "/targets/" + here.target, {}), "endorse"));
    CHECK_FALSE(is_allowed(here.see("budi", "/targets/" + here.target, reporter), "endorse"));
    CHECK(here.command("budi", "endorse", reporter).code() == "insufficient_scope");
    CHECK(here.ask("budi", "POST", "/api/v1/targets/commands/endorse", "{}", reporter).code() ==
          "insufficient_scope");
    CHECK(here.command("sari", "recall", reporter).status() == 200);
    CHECK(here.ask("ani", "POST", "/api/v1/plans/" + here.plan + "/comments", R"({"text":"a"})",
                   reporter)
              .code() == "insufficient_scope");
}

TEST_CASE("a stored answer is not given to a token that could not have asked")
{
    at_work here;
    const headers keyed{{"idempotency-key", "k1"}};
    headers by_reader = token_of("read");
    by_reader.push_back(keyed.front());
    const std::string path = "/api/v1/targets/" + here.target + "/comments";
    REQUIRE(here.ask("sari", "POST", path, R"({"text":"a"})", keyed).status() == 201);
    CHECK(here.ask("sari", "POST", path, R"({"text":"a"})", by_reader).code() ==
          "insufficient_scope");
}

TEST_CASE("a token of one region opens nothing of another")
{
    at_work here; // the plan is that of 62
    const std::string plan = "/plans/" + here.plan;
    const std::string target = "/targets/" + here.target;
    for (const char* who : {"ani", "citra", "eka", "omar", "tuti"}) {
        INFO(who);
        CHECK(here.see(who, plan, token_of("read", "62")).status() == 200);
        CHECK(here.see(who, plan, token_of("read", "00")).status() == 200);
        for (const char* region : {"62.71", "81"}) {
            INFO(region);
            const auto how = token_of("read", region);
            for (const auto& path : {plan, plan + "/history", plan + "/actions", target})
                CHECK(here.see(who, path, how).status() == 404);
            for (const char* list : {"/plans", "/targets", "/reports", "/messages", "/inbox"})
                CHECK(here.see(who, list, how).text("/items") == "[]");
            CHECK(here.see(who, "/rehearsal?year=2026&region=62", how).status() == 404);
            CHECK(here.see(who, "/overview?kind=rad_pks&year=2026", how).raw.body.find(here.plan) ==
                  std::string::npos);
        }
    }
    CHECK(here.command("sari", "report", token_of("report", "62.71")).status() == 404);
    CHECK(here.see("ani", "/messages", token_of("read", "62")).text("/items") != "[]");
    CHECK(here.see("fitri", plan, token_of("read", "62")).status() == 404); // never more
}
