// The people: nation (citra, secretariat; root, administrator), 62 (ani, secretariat; admin,
// administrator; budi, head of health; eka, staff of health), 62.71 (dewi, administrator), and
// 81 in another time zone (yosep, administrator).
#include "tests/api/support/town_hall.hpp"
#include "api/door/authentication.hpp"
#include "api/door/sign_in.hpp"
#include "api/http/secret.hpp"
#include "api/nouns/agencies.hpp"
#include "api/nouns/appointments.hpp"
#include "api/nouns/closed_lists.hpp"
#include "api/nouns/holidays.hpp"
#include "api/nouns/kinds.hpp"
#include "api/nouns/periods.hpp"
#include "api/nouns/regions.hpp"
#include "api/nouns/routes.hpp"
#include "api/nouns/transact.hpp"
#include "api/nouns/users.hpp"
#include "api/nouns/workflows.hpp"
#include "definitions/catalog.hpp"
#include "definitions/kinds.hpp"
#include "definitions/regions.hpp"
#include "persistence/nouns/agencies.hpp"
#include "persistence/nouns/appointments.hpp"
#include "persistence/nouns/credentials.hpp"
#include "persistence/nouns/regions.hpp"
#include "persistence/nouns/tokens.hpp"
#include "persistence/nouns/users.hpp"
#include "persistence/sql/migrate.hpp"
#include "tests/support/catch.hpp"
#include <fstream>

namespace support {
namespace {

using namespace std::chrono_literals;
using persistence::unit_of_work;

constexpr workflow::instant start = std::chrono::sys_days{2026y / 4 / 24} + 2h; // 09:00 WIB

void add_person(unit_of_work& unit, const std::string& username, const std::string& region)
{
    static const std::string hash = api::password_hash(good_password); // slow: once
    const std::string id = "u-" + username;
    persistence::insert_user(unit, {.id = id,
                                    .username = username,
                                    .name = "Name of " + username,
                                    .locale = "en",
                                    .region = region,
                                    .addresses = {username + "@example.org"},
                                    .activation_hash = {},
                                    .activation_until = {}});
    persistence::set_password(unit, id, hash);
}

void add_post(unit_of_work& unit, const std::string& username, std::string_view role,
              const std::string& agency, const std::string& region)
{
    persistence::insert_appointment(unit, {.id = "p-" + username,
                                           .user = "u-" + username,
                                           .role = std::string(role),
                                           .agency = agency,
                                           .region = region,
                                           .from = 2026y / 1 / 1,
                                           .to = {},
                                           .acting = false});
}

void add_agency(unit_of_work& unit, const std::string& short_name, const std::string& region,
                const std::string& kind)
{
    persistence::insert_agency(unit, {.id = "a-" + short_name,
                                      .region = region,
                                      .name = "Agency " + short_name,
                                      .short_name = short_name,
                                      .kind = kind,
                                      .valid_from = 2020y / 1 / 1});
}

} // namespace

town_hall::town_hall(const routes_function& more, bool secure_cookies)
    : now_(workflow::microseconds_of(start)),
      database_("sqlite::memory:", {.clock = [this] { return now(); }}),
      kinds_(definitions::built_in_kinds(), definitions::kept_kind),
      context_{.database = database_,
               .kinds = kinds_,
               .catalog = definitions::catalog(),
               .new_id = api::random_id,
               .data = data_.path(),
               .base_url = {},
               .clock = [this] { return now(); },
               .secure_cookies = secure_cookies}
{
    api::make_ready();
    context_.refused = [this](const api::request& asked, const api::caller& by,
                              const workflow::refusal& no) { refusals_.note(asked, by, no); };
    persistence::migrate(database_);
    fill();
    auto routes = api::sign_in_routes(context_, {}, [this] {
        return std::chrono::steady_clock::time_point(std::chrono::microseconds(steady_.load()));
    });
    for (const auto& noun :
         {api::region_routes, api::agency_routes, api::user_routes, api::appointment_routes,
          api::holiday_routes, api::period_routes, api::workflow_routes, api::kind_routes})
        for (auto& each : noun(context_)) routes.push_back(std::move(each));
    if (more)
        for (auto& each : more(context_)) routes.push_back(std::move(each));
    for (auto& each : api::openapi_routes(routes, api::all_shapes(), api::closed_lists(context_)))
        routes.push_back(std::move(each));
    pipeline_ = std::make_unique<api::pipeline>(
        std::move(routes), api::pipeline_hooks{[this](const api::request& asked) {
                                                   return api::authenticate(context_, asked);
                                               },
                                               {},
                                               {},
                                               context_.refused});
    server_ = std::make_unique<running_server>(*pipeline_, data_.path(), context_.clock);
}

void town_hall::fill()
{
    database_.write([](unit_of_work& unit) {
        persistence::register_regions(unit, definitions::all_regions());
        add_agency(unit, "kesbangpol", "62", "kesbangpol");
        add_agency(unit, "health", "62", "opd");
        add_agency(unit, "ministry", "00", "kesbangpol");
        for (const char* name : {"ani", "admin", "budi", "eka"}) add_person(unit, name, "62");
        for (const char* name : {"citra", "root"}) add_person(unit, name, "00");
        add_person(unit, "dewi", "62.71");
        add_person(unit, "yosep", "81");
        add_post(unit, "ani", workflow::role::secretariat, "a-kesbangpol", "");
        add_post(unit, "admin", workflow::role::administrator, "", "62");
        add_post(unit, "budi", workflow::role::agency_head, "a-health", "");
        add_post(unit, "eka", workflow::role::agency_staff, "a-health", "");
        add_post(unit, "citra", workflow::role::secretariat, "a-ministry", "");
        add_post(unit, "root", workflow::role::administrator, "", "00");
        add_post(unit, "dewi", workflow::role::administrator, "", "62.71");
        add_post(unit, "yosep", workflow::role::administrator, "", "81");
    });
}

http_client town_hall::signed_in(const std::string& username)
{
    http_client out = client();
    const auto got = out.post("/api/v1/session", R"({"username":")" + username +
                                                     R"(","password":")" + good_password + R"("})");
    REQUIRE(got.status == 201);
    out.take_cookies(got);
    out.always("X-CSRF-Token", std::string(got.json().at("csrf_token").as_string()));
    return out;
}

http_client town_hall::with_token(const std::string& username,
                                  std::optional<workflow::token_bounds> bounds)
{
    const std::string token = api::random_token();
    database_.write([&](unit_of_work& unit) {
        persistence::create_token(unit, {.id = api::random_id(),
                                         .user = id_of(username),
                                         .name = "a machine of the test",
                                         .token = token,
                                         .until = unit.now() + 24h * 30,
                                         .bounds = bounds});
    });
    http_client out = client();
    out.always("Authorization", "Bearer " + token);
    return out;
}

std::string town_hall::id_of(const std::string& username)
{
    return "u-" + username;
}

std::string town_hall::security_log() const
{
    std::ifstream file(data_ / "security.log");
    return {std::istreambuf_iterator<char>(file), {}};
}

// A directory in its place: root may write whatever is forbidden, but not into that.
void town_hall::break_security_log()
{
    std::filesystem::rename(data_ / "security.log", data_ / "kept.log");
    std::filesystem::create_directory(data_ / "security.log");
}

void town_hall::cut_security_log_short()
{
    const auto log = data_ / "security.log";
    std::filesystem::resize_file(log, std::filesystem::file_size(log) - 10);
}

void town_hall::mend_security_log()
{
    std::filesystem::remove(data_ / "security.log");
    std::filesystem::rename(data_ / "kept.log", data_ / "security.log");
    api::write_security_log(context_);
}

} // namespace support
