// A province, one district and the nation above, and the shortcuts along a plan's life.
#include "tests/api/support/running_api.hpp"
#include "api/http/secret.hpp"
#include "api/nouns/routes.hpp"
#include "api/nouns/transact.hpp"
#include "api/words/http_errc.hpp"
#include "definitions/catalog.hpp"
#include "definitions/kinds.hpp"
#include "definitions/regions.hpp"
#include "persistence/nouns/agencies.hpp"
#include "persistence/nouns/appointments.hpp"
#include "persistence/nouns/principals.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/nouns/reviews.hpp"
#include "persistence/nouns/users.hpp"
#include "persistence/sql/migrate.hpp"
#include "tests/support/catch.hpp"
#include <boost/json/serialize.hpp>

namespace support {
namespace {

using namespace std::chrono_literals;
using persistence::unit_of_work;
namespace role = workflow::role;

constexpr workflow::instant start = std::chrono::sys_days{2026y / 4 / 24} + 2h; // 09:00 WIB

struct person {
    const char* name;
    const char* region;
    std::string_view role;
    const char* agency; // short name; empty: the post is the region's
};

const person people[]{
    {"ani", "62", role::secretariat, "kesbangpol"},
    {"arif", "62", role::secretariat, "kesbangpol"},
    {"budi", "62", role::agency_head, "health"},
    {"eka", "62", role::agency_staff, "health"},
    {"rina", "62", role::agency_head, "social"},
    {"sari", "62", role::agency_staff, "social"},
    {"omar", "62", "sahli", ""},
    {"oki", "62", role::observer, ""},
    {"gita", "62", role::administrator, ""},
    {"dewi", "62.71", role::secretariat, "kesbang"},
    {"hana", "62.71", role::agency_head, "clinic"},
    {"citra", "00", role::secretariat, "ministry"},
};

void add_person(unit_of_work& unit, const person& p)
{
    const std::string name = p.name;
    persistence::insert_user(unit, {.id = "u-" + name,
                                    .username = name,
                                    .name = "Name of " + name,
                                    .locale = "en",
                                    .region = p.region,
                                    .addresses = {name + "@example.org"},
                                    .activation_hash = {},
                                    .activation_until = {}});
    const bool at_agency = *p.agency != '\0';
    persistence::insert_appointment(unit, {.id = "p-" + name,
                                           .user = "u-" + name,
                                           .role = std::string(p.role),
                                           .agency = at_agency ? running_api::agency(p.agency) : "",
                                           .region = at_agency ? "" : p.region,
                                           .from = 2026y / 1 / 1,
                                           .to = {},
                                           .acting = false});
}

void add_agency(unit_of_work& unit, const std::string& short_name, const std::string& region,
                const std::string& kind)
{
    persistence::insert_agency(unit, {.id = running_api::agency(short_name),
                                      .region = region,
                                      .name = "Agency " + short_name,
                                      .short_name = short_name,
                                      .kind = kind,
                                      .valid_from = 2020y / 1 / 1});
}

std::vector<workflow::kind> built_in_and(const std::vector<workflow::kind>& more)
{
    auto kinds = definitions::built_in_kinds();
    kinds.insert(kinds.end(), more.begin(), more.end());
    return kinds;
}

workflow::result<api::caller> named_in_header(const api::context& here, const api::request& asked)
{
    const std::string user = "u-" + std::string(asked.header("x-test-user"));
    auto who = here.database.read([&](unit_of_work& unit) {
        return persistence::load_principal(unit, user, workflow::calendar{}.today(unit.now()));
    });
    if (!who) return workflow::refusal{api::http_errc::unauthenticated, {"sign_in_required"}};
    return api::caller{{who->user, who->locale, false, true}, {}, {}, false};
}

} // namespace

running_api::running_api(const std::vector<workflow::kind>& more)
    : now_(workflow::microseconds_of(start)),
      database_("sqlite::memory:", {.clock = [this] { return now(); }}),
      kinds_(built_in_and(more), &definitions::kept_kind), context_{
                                                               .database = database_,
                                                               .kinds = kinds_,
                                                               .catalog = definitions::catalog(),
                                                               .new_id = api::random_id,
                                                               .data = data_.path(),
                                                               .base_url = {},
                                                               .clock = [this] { return now(); }}
{
    api::make_ready();
    persistence::migrate(database_);
    fill();
    pipeline_ = std::make_unique<api::pipeline>(
        api::all_routes(context_),
        api::pipeline_hooks{
            [this](const api::request& asked) { return named_in_header(context_, asked); },
            [this](const api::request& asked, const api::caller& by, const api::request_key& key) {
                return api::stored_answer(context_, asked, by, key);
            },
            {}});
    server_ = std::make_unique<running_server>(*pipeline_, data_.path(), context_.clock);
}

void running_api::fill()
{
    database_.write([](unit_of_work& unit) {
        persistence::register_regions(unit, definitions::all_regions());
        add_agency(unit, "kesbangpol", "62", "kesbangpol");
        add_agency(unit, "health", "62", "opd");
        add_agency(unit, "social", "62", "opd");
        add_agency(unit, "kesbang", "62.71", "kesbangpol");
        add_agency(unit, "clinic", "62.71", "opd");
        add_agency(unit, "ministry", "00", "kesbangpol");
        for (const person& p : people) add_person(unit, p);
    });
}

http_client running_api::as(const std::string& user) const
{
    http_client out = server_->client();
    out.always("X-Test-User", user);
    return out;
}

std::string running_api::plan(const std::string& by, const std::string& region, int year,
                              const std::string& kind)
{
    const auto made = as(by).post(
        "/api/v1/plans", R"({"kind":")" + kind + R"(","region":")" + region + R"(","year":)" +
                             std::to_string(year) + R"(,"title":"Rencana )" + region + "\"}");
    INFO(made.body);
    REQUIRE(made.status == 201);
    return text_at(made.json(), "/id");
}

std::string running_api::add_action(const std::string& plan, const std::string& body,
                                    const std::string& by)
{
    const auto made = as(by).post("/api/v1/plans/" + plan + "/actions", body);
    INFO(made.body);
    REQUIRE(made.status == 201);
    return text_at(made.json(), "/id");
}

std::string running_api::draft()
{
    const std::string made = plan();
    add_action(made, action_body("Pelatihan", agency("health")));
    add_action(made, action_body("Bantuan", agency("social")));
    return made;
}

http_reply running_api::command(const std::string& user, const std::string& path,
                                const std::string& command, const std::string& body)
{
    auto client = as(user);
    const auto read = client.get("/api/v1/" + path);
    return client.post("/api/v1/" + path + "/commands/" + command, body,
                       {{"If-Match", read.header("etag")}});
}

boost::json::value running_api::read(const std::string& user, const std::string& path)
{
    const auto got = as(user).get("/api/v1/" + path);
    INFO(path << ": " << got.body);
    REQUIRE(got.status == 200);
    return got.json();
}

// Reviews and approvals are given their commands straight, with the version that they begin with.
std::string running_api::in_force()
{
    const std::string made = draft();
    const auto must = [&](const std::string& who, const std::string& path, const char* name,
                          const char* body = "{}") {
        const auto done =
            as(who).post("/api/v1/" + path + "/commands/" + name, body, {{"If-Match", "\"1\""}});
        INFO(path << ' ' << name << ": " << done.body);
        REQUIRE(done.status == 200);
    };
    REQUIRE(command("ani", "plans/" + made, "submit").status == 200);
    const auto reviews = database_.read(
        [&](unit_of_work& unit) { return persistence::read_reviews(unit, made, 1, {}); });
    for (const workflow::review& r : reviews)
        must(r.agency.id == agency("health") ? "budi" : "rina", "reviews/" + r.id, "confirm");
    const auto stages = database_.read(
        [&](unit_of_work& unit) { return persistence::read_approvals(unit, made, 1, 1, {}); });
    must("omar", "approvals/" + stages.at(0).id, "approve");
    const auto adopted = command("ani", "plans/" + made, "adopt",
                                 R"({"decree_number":"188.44/1","decree_date":"2026-04-24"})");
    INFO(adopted.body);
    REQUIRE(adopted.status == 200);
    return made;
}

std::string action_body(const std::string& title, const std::string& lead)
{
    std::string targets;
    for (const char* period : {"B04", "B08", "B12"})
        targets += std::string(targets.empty() ? "" : ",") + R"({"period":")" + period +
                   R"(","text":"10 orang","quantity":10,"unit":"orang"})";
    return R"({"title":")" + title + R"(","phase":"prevention","lead_agency":")" + lead +
           R"(","success_criterion":"Terlaksana","targets":[)" + targets + "]}";
}

std::string text_at(const boost::json::value& from, std::string_view pointer)
{
    const auto& found = from.at_pointer(pointer);
    return found.is_string() ? std::string(found.as_string()) : boost::json::serialize(found);
}

std::vector<std::string> pointers_of(const http_reply& r)
{
    std::vector<std::string> found;
    const auto body = r.json();
    if (const auto* errors = body.as_object().if_contains("errors"))
        for (const auto& each : errors->as_array()) found.push_back(text_at(each, "/pointer"));
    return found;
}

} // namespace support
