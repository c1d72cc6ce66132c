// Bad input as data: bodies, states and rights that the contract refuses, route by route.
#include "tests/scenarios/support/bad_input.hpp"

using namespace scenarios;

namespace {

const char* const kalteng = "sekretariat.kalteng";
const char* const kotim = "sekretariat.kotim";
const char* const palangka = "sekretariat.palangkaraya";
const char* const admin = "admin.kalteng";
const header_list match{{"If-Match", "\"1\""}};

// clang-format off
const std::vector<bad_request> bodies{
    {kotim, "POST", "/plans", {}, "{}",                                                                       422, "invalid", "/kind"},
    {kotim, "POST", "/plans", {}, "[]",                                                                       422, "invalid"},
    {kotim, "POST", "/plans", {}, R"({"kind":"rad_pks","region":"62.02","year":"2026","title":"x"})",         422, "invalid", "/year"},
    {kotim, "POST", "/plans", {}, R"({"kind":"rad_pks","region":"62.02","year":1999,"title":"x"})",           422, "invalid", "/year"},
    {kotim, "POST", "/plans", {}, R"({"kind":"rad_pks","region":"62.02","year":2026.5,"title":"x"})",         422, "invalid", "/year"},
    {kotim, "POST", "/plans", {}, R"({"kind":"nosuch","region":"62.02","year":2060,"title":"x"})",            422, "invalid", "/kind"},
    {kotim, "POST", "/plans", {}, R"({"kind":"rad_pks","region":"62.02","year":2060,"title":""})",            422, "invalid", "/title"},
    {kotim, "POST", "/plans", {}, R"({"kind":"rad_pks","region":"62.02","year":2060,"title":"a\u0000b"})",    422, "invalid", "/title"},
    {kotim, "POST", "/plans", {}, R"({"kind":"rad_pks","region":"62.02","year":2060,"title":"x","state":"in_force"})", 422, "invalid", "/state"},
    {kotim, "POST", "/plans", {}, R"({"kind":"rad_pks","region":"62.01","year":2060,"title":"x"})",           403, "forbidden"},
    {kotim, "POST", "/plans", {}, R"({"kind":"rad_p3aks","region":"62.02","year":2050,"title":"x"})",         409, "conflict"},
    {kotim, "PATCH", "/plans/{draft}", match, R"({"title":7})",                                               422, "invalid", "/title"},
    {kotim, "PATCH", "/plans/{draft}", match, R"({"title":"x","year":2051})",                                 422, "invalid", "/year"},
    {kotim, "POST", "/plans/{draft}/amendments", {}, "{}",                                                    409, "wrong_state"},
    {kotim, "POST", "/plans/{draft}/actions", {}, "{}",                                                       422, "invalid", "/title"},
    {kotim, "POST", "/plans/{draft}/actions", {}, R"({"phase":"nosuch","title":"x"})",                        422, "invalid", "/phase"},
    {kotim, "POST", "/plans/{draft}/actions", {}, R"({"phase":"prevention","title":"x","lead_agency":{"id":"nosuch"}})",
        422, "invalid", "/lead_agency/id"},
    {kotim, "POST", "/plans/{draft}/actions", {}, R"({"phase":"prevention","title":"x","measure":"often"})",  422, "invalid", "/measure"},
    {kotim, "POST", "/plans/{draft}/actions", {}, R"({"phase":"prevention","title":"x","number":0})",         422, "invalid", "/number"},
    {kotim, "POST", "/plans/{draft}/actions", {}, R"({"phase":"prevention","title":"x","mandatory":"yes"})",  422, "invalid", "/mandatory"},
    {kotim, "POST", "/plans/{draft}/actions", {}, R"({"phase":"prevention","title":"x","targets":[{"period":"B05"}]})",
        422, "invalid", "/targets/0/period"},
    {kotim, "POST", "/plans/{draft}/actions", {}, R"({"phase":"prevention","title":"x","targets":[{"period":"B04"},{"period":"B04"}]})",
        422, "invalid", "/targets/1/period"},
    {kotim, "POST", "/plans/{draft}/actions", {}, R"({"phase":"prevention","title":"x","targets":[{"period":"B04","quantity":-1}]})",
        422, "invalid", "/targets/0/quantity"},
    {kotim, "POST", "/plans/{draft}/actions", {}, R"({"phase":"prevention","title":"x","supporting_agencies":[{"id":null}]})",
        422, "invalid", "/supporting_agencies/0"},
    {kotim, "PATCH", "/actions/{action}", match, R"({"title":""})",                                           422, "invalid", "/title"},
    {kotim, "PATCH", "/actions/{action}", match, R"({"id":"mine"})",                                          422, "invalid", "/id"},
    {kalteng, "POST", "/plans/{plan}/actions", {}, R"({"phase":"prevention","title":"x"})",                   409, "wrong_state"},
    {kotim, "POST", "/plans/{empty}/commands/submit", match, "{}",                                            409, "guard"},
    {kotim, "POST", "/plans/{draft}/commands/cancel", match, "{}",                                            422, "invalid", "/reason"},
    {kotim, "POST", "/plans/{draft}/commands/cancel", match, R"({"reason":""})",                              422, "invalid", "/reason"},
    {kotim, "POST", "/plans/{draft}/commands/submit", match, R"({"nosuch":1})",                               422, "invalid", "/nosuch"},
    {kotim, "POST", "/plans/{draft}/commands/register", match, "{}",                                          422, "invalid", "/decree_number"},
    {kotim, "POST", "/plans/{draft}/commands/register", match, R"({"decree_date":"2026-02-30"})",             422, "invalid", "/decree_date"},
    {kotim, "POST", "/plans/{draft}/commands/adopt", match, "{}",                                             409, "wrong_state"},
    {kalteng, "POST", "/plans/{plan}/commands/close", match, "{}",                                            409, "guard"},
    {palangka, "POST", "/reviews/{review}/commands/confirm", match, "{}",                                     403, "forbidden"},
    {"kepala.sosial.palangkaraya", "POST", "/reviews/{review}/commands/request_changes", match, "{}",         422, "invalid", "/reason"},
    {"kepala.sosial.palangkaraya", "POST", "/reviews/{review}/commands/request_changes", match, R"({"reason":"x","items":[{}]})",
        422, "invalid", "/items/0/action"},
    {"kepala.sosial.palangkaraya", "POST", "/reviews/{review}/commands/withdraw", match, "{}",                409, "wrong_state"},
    {"sekretariat.kobar", "POST", "/approvals/{approval}/commands/approve", match, "{}",                      403, "forbidden"},
    {"sahli.kobar", "POST", "/approvals/{approval}/commands/refuse", match, "{}",                             422, "invalid", "/reason"},
    {"sahli.kobar", "POST", "/approvals/{approval}/commands/return_for_changes", match, R"({"reason":5})",    422, "invalid", "/reason"},
    {"{staff}", "PATCH", "/targets/{target}", match, R"({"achieved_quantity":-1})",                           422, "invalid", "/achieved_quantity"},
    {"{staff}", "PATCH", "/targets/{target}", match, R"({"achieved_quantity":"nihil"})",                      422, "invalid", "/achieved_quantity"},
    {"{staff}", "PATCH", "/targets/{target}", match, R"({"achievement":{}})",                                 422, "invalid", "/achievement"},
    {"{staff}", "PATCH", "/targets/{target}", match, R"({"state":"signed_off"})",                             422, "invalid", "/state"},
    {kalteng,   "PATCH", "/targets/{target}", match, R"({"achievement":"x"})",                                403, "forbidden"},
    {"{staff}", "POST", "/targets/{target}/commands/endorse", match, "{}",                                    403, "forbidden"},
    {"{head}",  "POST", "/targets/{target}/commands/claim_infeasible", match, "{}",                           422, "invalid", "/reason"},
    {"{head}",  "POST", "/targets/{target}/commands/endorse", match, "{}",                                    409, "wrong_state"},
    {kalteng, "POST", "/targets/{endorsed}/commands/sign_off", match, "{}",                                   422, "invalid", "/scores"},
    {kalteng, "POST", "/targets/{endorsed}/commands/sign_off", match, R"({"scores":{"administration":101,"substance":1}})",
        422, "invalid", "/scores/administration"},
    {kalteng, "POST", "/targets/{endorsed}/commands/sign_off", match, R"({"scores":{"administration":1}})",   422, "invalid", "/scores/substance"},
    {kalteng, "POST", "/targets/{signed}/commands/reopen", match, R"({"reason":"x"})",                        422, "invalid", "/until"},
    {kalteng, "POST", "/targets/{signed}/commands/reopen", match, R"({"reason":"x","until":"2020-01-01"})",   422, "invalid", "/until"},
    {kalteng, "POST", "/targets/commands/sign_off", {}, "{}",                                                 422, "invalid", "/items"},
    {kalteng, "POST", "/targets/commands/sign_off", {}, R"({"items":[{"version":1}]})",                       422, "invalid", "/items/0/id"},
    {kalteng, "POST", "/targets/commands/sign_off", {}, R"({"items":[{"id":"x","version":0}]})",              422, "invalid", "/items/0/version"},
    {kalteng, "POST", "/targets/{target}/comments", {}, "{}",                                                 422, "invalid", "/text"},
    {kalteng, "POST", "/plans/{plan}/comments", {}, R"({"text":""})",                                         422, "invalid", "/text"},
    {kotim,   "POST", "/actions/{action}/comments", {}, R"({"text":["x"]})",                                  422, "invalid", "/text"},
    {kalteng, "POST", "/reports/{report}/commands/submit", match, "{}",                                       422, "invalid", "/gaps"},
    {kalteng, "POST", "/reports/{report}/commands/submit", match, R"({"gaps":[{"id":"nosuch","reason":"x"}]})", 422, "invalid", "/gaps/0/id"},
    {kalteng, "POST", "/reports/{report}/commands/receive", match, "{}",                                      403, "forbidden"},
    {"sekretariat.nasional", "POST", "/plans", {}, R"({"kind":"rad_pks","region":"00","year":2060,"title":7})", 422, "invalid", "/title"},
};

const std::vector<bad_request> directory{
    {kalteng, "POST", "/agencies", {}, R"({"region":"62","name":"x","short_name":"x","kind":"opd"})",         403, "forbidden"},
    {admin, "POST", "/agencies", {}, R"({"region":"62","name":"","short_name":"x","kind":"opd"})",            422, "invalid", "/name"},
    {admin, "POST", "/agencies", {}, R"({"region":"62","name":"x","short_name":"x","kind":"club"})",          422, "invalid", "/kind"},
    {admin, "POST", "/agencies", {}, R"({"region":"81","name":"x","short_name":"x","kind":"opd"})",           403, "forbidden"},
    {admin, "POST", "/users", {}, R"({"username":"A B","name":"x"})",                                         422, "invalid", "/username"},
    {admin, "POST", "/users", {}, R"({"username":"baru.sekali","name":"x","email":"no address"})",            422, "invalid", "/email"},
    {admin, "POST", "/users", {}, R"({"username":"baru.sekali","name":"x","locale":"nl"})",                   422, "invalid", "/locale"},
    {admin, "POST", "/users", {}, R"({"username":"admin.kalteng","name":"x"})",                               409, "conflict"},
    {kalteng, "POST", "/users", {}, R"({"username":"baru.sekali","name":"x"})",                               403, "forbidden"},
    {admin, "PATCH", "/users/{user}", match, R"({"locale":"xx"})",                                            422, "invalid", "/locale"},
    {admin, "POST", "/appointments", {}, "{}",                                                                422, "invalid", "/role"},
    {admin, "POST", "/appointments", {}, R"({"user":"{user}","role":"king","region":"62"})",                  422, "invalid", "/role"},
    {admin, "POST", "/appointments", {}, R"({"user":"nosuch","role":"observer","region":"62"})",              422, "invalid", "/user"},
    {admin, "POST", "/appointments", {}, R"({"user":"{user}","role":"observer","region":"62","from":"2026-05-01","to":"2026-04-01"})",
        422, "invalid", "/to"},
    {admin, "PUT", "/holidays?year=2026&region=62", match, R"({"items":[{"date":"2026-02-30","kind":"regional","name":"x"}]})",
        422, "invalid", "/items/0/date"},
    {admin, "PUT", "/holidays?year=2026&region=62", match, R"({"items":[{"date":"2026-02-03","kind":"party","name":"x"}]})",
        422, "invalid", "/items/0/kind"},
    {admin, "PUT", "/holidays?year=2026&region=62", match, "{}",                                              422, "invalid", "/items"},
    {kotim, "PUT", "/holidays?year=2026&region=62", match, R"({"items":[]})",                                 403, "forbidden"},
    {kalteng, "GET", "/rehearsal?year=soon&region=62", {}, "",                                                400, "malformed"},
    {kalteng, "GET", "/holidays", {}, "",                                                                     400, "malformed"},
};
// clang-format on

} // namespace

TEST_CASE("bodies, states and rights that the contract refuses are refused as it says")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    check_refused(house::of(which), bodies);
}

TEST_CASE("what the directory refuses it refuses by member and by who may")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    check_refused(house::of(which), directory);
}
