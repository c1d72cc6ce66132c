// Bad input as data: requests whose form is refused before anybody looks at what they want.
#include "tests/scenarios/support/bad_input.hpp"

using namespace scenarios;

namespace {

const char* const kalteng = "sekretariat.kalteng";
const char* const kotim = "sekretariat.kotim";
const header_list match{{"If-Match", "\"1\""}};
const header_list plain{{"Content-Type", "text/plain"}};
const header_list plain_match{{"Content-Type", "text/plain"}, {"If-Match", "\"1\""}};
const header_list wrong_csrf{{"X-CSRF-Token", "wrong"}};
const header_list stranger{{"Origin", "https://elsewhere.example"}};
const header_list bad_bearer{{"Authorization", "Bearer nosuchtoken"}};

// clang-format off
const std::vector<bad_request> strangers{
    {"", "GET",    "/plans",                           {}, "", 401, "unauthenticated"},
    {"", "GET",    "/plans/{plan}",                    {}, "", 401, "unauthenticated"},
    {"", "GET",    "/targets",                         {}, "", 401, "unauthenticated"},
    {"", "GET",    "/inbox",                           {}, "", 401, "unauthenticated"},
    {"", "GET",    "/users",                           {}, "", 401, "unauthenticated"},
    {"", "GET",    "/agencies",                        {}, "", 401, "unauthenticated"},
    {"", "GET",    "/regions",                         {}, "", 401, "unauthenticated"},
    {"", "GET",    "/kinds",                           {}, "", 401, "unauthenticated"},
    {"", "GET",    "/workflows",                       {}, "", 401, "unauthenticated"},
    {"", "GET",    "/messages",                        {}, "", 401, "unauthenticated"},
    {"", "GET",    "/overview?kind=rad_pks&year=2026", {}, "", 401, "unauthenticated"},
    {"", "GET",    "/session",                         {}, "", 401, "unauthenticated"},
    {"", "POST",   "/plans",                           {}, "{}", 401, "unauthenticated"},
    {"", "POST",   "/plans/{plan}/commands/close",     {}, "{}", 401, "unauthenticated"},
    {"", "POST",   "/targets/{target}/evidence",       {}, "{}", 401, "unauthenticated"},
    {"", "GET",    "/nosuchroute",                     {}, "", 401, "unauthenticated"},
    {"", "GET",    "/plans",                           bad_bearer, "", 401, "unauthenticated"},
    {"", "POST",   "/session", {}, R"({"username":"sekretariat.kalteng","password":"salah sekali"})", 401, "unauthenticated"},
    {"", "POST",   "/session", {}, R"({"username":"nobody","password":"salah sekali"})",              401, "unauthenticated"},
    {"", "POST",   "/session", {}, R"({"username":"nobody"})",                  422, "invalid", "/password"},
    {"", "POST",   "/session", {}, R"({"username":7,"password":"x"})",          422, "invalid", "/username"},
    {"", "POST",   "/session", {}, R"({"username":"a","password":"b","x":1})",  422, "invalid", "/x"},
    {"", "POST",   "/session", {}, R"({"username":"a","username":"b"})",        400, "malformed", "/username"},
    {"", "POST",   "/activation", {}, "{}",                                     422, "invalid", "/code"},
    {"", "POST",   "/activation", {}, R"({"code":"abc","password":"pendek"})",  401, "unauthenticated"},
};

const std::vector<bad_request> forms{
    {kalteng, "POST",   "/plans", wrong_csrf, "{}",                            403, "csrf"},
    {kalteng, "POST",   "/plans", stranger,   "{}",                            403, "csrf"},
    {kalteng, "DELETE", "/session", wrong_csrf, "",                            403, "csrf"},
    {kalteng, "GET",    "/nosuchroute", {}, "",                                404, "not_found"},
    {kalteng, "GET",    "/plans/{unknown}", {}, "",                            404, "not_found"},
    {kalteng, "GET",    "/plans/{target}", {}, "",                             404, "not_found"},
    {kalteng, "GET",    "/actions/{unknown}", {}, "",                          404, "not_found"},
    {kalteng, "GET",    "/reviews/{unknown}", {}, "",                          404, "not_found"},
    {kalteng, "GET",    "/approvals/{unknown}", {}, "",                        404, "not_found"},
    {kalteng, "GET",    "/targets/{unknown}", {}, "",                          404, "not_found"},
    {kalteng, "GET",    "/targets/{unknown}/history", {}, "",                  404, "not_found"},
    {kalteng, "GET",    "/evidence/{unknown}", {}, "",                         404, "not_found"},
    {kalteng, "GET",    "/evidence/{unknown}/content", {}, "",                 404, "not_found"},
    {kalteng, "GET",    "/reports/{unknown}", {}, "",                          404, "not_found"},
    {kalteng, "GET",    "/agencies/{unknown}", {}, "",                         404, "not_found"},
    {kalteng, "GET",    "/users/{unknown}", {}, "",                            404, "not_found"},
    {kalteng, "GET",    "/workflows/{unknown}", {}, "",                        404, "not_found"},
    {kalteng, "GET",    "/plans/{unknown}/history", {}, "",                    404, "not_found"},
    {kalteng, "GET",    "/plans/{plan}/diff?from=1&to=9", {}, "",              404, "not_found"},
    {kalteng, "GET",    "/plans/%00/history", {}, "",                          404, "not_found"},
    {kalteng, "POST",   "/plans/{plan}/commands/supersede", match, "{}",       404, "not_found"},
    {kalteng, "POST",   "/targets/{target}/commands/lapse", match, "{}",       404, "not_found"},
    {kalteng, "POST",   "/targets/commands/open", {}, R"({"items":[]})",       404, "not_found"},
    {kalteng, "POST",   "/plans/{plan}/commands/nosuch", match, "{}",          404, "not_found"},
    {kalteng, "PATCH",  "/plans/{unknown}", match, "{}",                       404, "not_found"},
    {kalteng, "PATCH",  "/plans/{unknown}", {}, "no json",                     404, "not_found"},
    {kalteng, "DELETE", "/plans", {}, "",                                      405, "method_not_allowed"},
    {kalteng, "PUT",    "/plans/{plan}", match, "{}",                          405, "method_not_allowed"},
    {kalteng, "PATCH",  "/reviews/{review}", match, "{}",                      405, "method_not_allowed"},
    {kalteng, "DELETE", "/reports/{report}", match, "",                        405, "method_not_allowed"},
    {kalteng, "POST",   "/inbox", {}, "{}",                                    405, "method_not_allowed"},
    {kalteng, "POST",   "/plans", plain, "{}",                                 415, "unsupported_media_type"},
    {kotim,   "PATCH",  "/actions/{action}", plain_match, "{}",                415, "unsupported_media_type"},
    {"{staff}", "POST", "/targets/{target}/evidence", {}, "{}",                415, "unsupported_media_type"},
    {kalteng, "POST",   "/plans", {}, "{",                                     400, "malformed"},
    {kalteng, "POST",   "/plans", {}, "{} {}",                                 400, "malformed"},
    {kalteng, "POST",   "/plans", {}, R"({"year":1e999})",                     400, "malformed"},
    {kalteng, "POST",   "/plans", {}, R"({"kind":"a","kind":"b"})",            400, "malformed", "/kind"},
    {kalteng, "POST",   "/plans", {}, std::string("{\"title\":\"\xff\"}"),     400, "malformed"},
    {kalteng, "POST",   "/plans", {}, std::string(40, '[') + std::string(40, ']'), 400, "malformed"},
    {kalteng, "POST",   "/plans", {}, std::string(3'000'000, ' '),             413, "payload_too_large"},
    {kalteng, "GET",    "/plans?limit=0", {}, "",                              400, "malformed"},
    {kalteng, "GET",    "/plans?limit=201", {}, "",                            400, "malformed"},
    {kalteng, "GET",    "/plans?limit=ten", {}, "",                            400, "malformed"},
    {kalteng, "GET",    "/plans?limit=9999999999999999999999", {}, "",         400, "malformed"},
    {kalteng, "GET",    "/plans?cursor=%21", {}, "",                           400, "malformed"},
    {kalteng, "GET",    "/plans?nosuch=1", {}, "",                             400, "malformed"},
    {kalteng, "GET",    "/plans?year=soon", {}, "",                            400, "malformed"},
    {kalteng, "GET",    "/targets?overdue=perhaps", {}, "",                    400, "malformed"},
    {kalteng, "GET",    "/targets?cursor=nonsense", {}, "",                    400, "malformed"},
    {kalteng, "GET",    "/overview?year=2026", {}, "",                         400, "malformed"},
    {kalteng, "GET",    "/overview?kind=nosuch&year=2026", {}, "",             400, "malformed"},
    {kalteng, "GET",    "/plans/{plan}/export", {}, "",                        400, "malformed"},
    {kalteng, "GET",    "/plans/{plan}/export?format=pdf", {}, "",             400, "malformed"},
    {kalteng, "GET",    "/plans/{plan}/actions?revision=zero", {}, "",         400, "malformed"},
    {kalteng, "POST",   "/plans/{plan}/commands/close?dry_run=maybe", match, "{}", 400, "malformed"},
    {kalteng, "POST",   "/plans", {{"Idempotency-Key", "two words"}}, "{}",    400, "malformed"},
    {kalteng, "POST",   "/plans", {{"Idempotency-Key", std::string(300, 'k')}}, "{}", 400, "malformed"},
    {kotim,   "PATCH",  "/plans/{draft}", {{"If-Match", "seven"}}, R"({"title":"x"})", 400, "malformed"},
    {kotim,   "PATCH",  "/plans/{draft}", {}, R"({"title":"x"})",              428, "precondition_required"},
    {kotim,   "PATCH",  "/actions/{action}", {}, R"({"title":"x"})",           428, "precondition_required"},
    {kotim,   "DELETE", "/actions/{action}", {}, "",                           428, "precondition_required"},
    {kotim,   "POST",   "/plans/{draft}/commands/submit", {}, "{}",            428, "precondition_required"},
    {"{staff}", "PATCH", "/targets/{target}", {}, "{}",                        428, "precondition_required"},
    {"admin.kalteng", "PUT", "/holidays?year=2026&region=62", {}, R"({"items":[]})", 428, "precondition_required"},
};
// clang-format on

} // namespace

TEST_CASE("who is not signed in is refused before all else")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    check_refused(house::of(which), strangers);
}

TEST_CASE("a request of a wrong form is refused by its form, never with 500")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    check_refused(house::of(which), forms);
}
