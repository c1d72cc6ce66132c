// The same Idempotency-Key after a connection that died before the answer was read.
#include "tests/scenarios/support/plan_life.hpp"
#include <boost/json/serialize.hpp>
#include <functional>

using namespace scenarios;
using namespace std::chrono_literals;

namespace {

// Sent by a person who hangs up without reading; they know nothing of what became of it.
void send_and_hang_up(person& by, const std::string& path, const std::string& body,
                      const header_list& headers, const std::function<bool()>& until)
{
    std::string bytes = "POST /api/v1" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    for (const auto& [name, value] : headers) bytes += name + ": " + value + "\r\n";
    bytes += "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
             "\r\n\r\n" + body;
    by.client().hang_up();
    by.client().write(bytes);
    const auto most = std::chrono::steady_clock::now() + 20s;
    while (!until() && std::chrono::steady_clock::now() < most) continue;
    by.client().hang_up();
}

// The headers that the client sends by itself, for a request that is written by hand.
header_list signed_in_headers(person& who)
{
    header_list out;
    for (const auto& header : who.client().sent_always()) out.push_back(header);
    return out;
}

} // namespace

TEST_CASE("a request sent again after its connection died has one effect and the same answer")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = house::of(which);
    person keeper = demo.another("sekretariat.kobar");
    person& watcher = demo.as("sekretariat.kobar");
    const std::string body = json::serialize(json::object{
        {"kind", "rad_p3aks"}, {"region", "62.01"}, {"year", 2040}, {"title", "Sekali saja"}});
    const auto plans = [&] { return watcher.all("/plans?region=62.01&year=2040"); };
    header_list headers = signed_in_headers(keeper);
    headers.emplace_back("Idempotency-Key", "plan-2040");
    send_and_hang_up(keeper, "/plans", body, headers, [&] { return !plans().empty(); });

    const header_list key{{"Idempotency-Key", "plan-2040"}};
    const auto again = keeper.send("POST", "/plans", body, key);
    CHECK(again.status == 201);
    CHECK(again.header("idempotent-replayed") == "true");
    REQUIRE(plans().size() == 1);
    CHECK(text(again.json(), "id") == text(plans()[0], "id"));
    CHECK(again.header("location") == "/api/v1/plans/" + text(plans()[0], "id"));

    const auto other = keeper.send("POST", "/plans", R"({"year":2041})", key);
    CHECK(other.status == 422);
    CHECK(other.code() == "key_reused");
}

TEST_CASE("a command whose connection dies at once is given exactly once when it is sent again")
{
    const auto which = GENERATE(backend::sqlite, backend::mariadb);
    INFO(name_of(which));
    house& demo = house::of(which);
    plan_life plan{demo, "sekretariat.kobar", "sahli.kobar"};
    plan.begin("62.01", "rad_p3aks", 2041);
    plan.add_action(demo.account_of("kepala.sosial.kobar").agency, "Dialog warga");
    person keeper = demo.another("sekretariat.kobar");
    const std::string path = "/plans/" + plan.id + "/commands/submit";
    header_list headers = signed_in_headers(keeper);
    const header_list own{{"Idempotency-Key", "submit-2041"}, {"If-Match", etag_of(plan.now())}};
    headers.insert(headers.end(), own.begin(), own.end());
    send_and_hang_up(keeper, path, "{}", headers, [] { return true; });

    const auto again = keeper.send("POST", path, "{}", own);
    INFO(again.body);
    CHECK(again.status == 200);
    int submissions = 0;
    for (const json::value& event : plan.history())
        submissions += text(event, "command") == "submit";
    CHECK(submissions == 1);
    CHECK(keeper.send("POST", path, "{}", own).header("idempotent-replayed") == "true");
}
