// What slow, greedy and forging peers are given: as much as a limit says, and never the place of
// others.
#include "api/http/problem.hpp"
#include "api/http/server.hpp"
#include "api/words/http_errc.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/running_server.hpp"
#include "tests/support/temporary_directory.hpp"
#include <boost/json.hpp>
#include <latch>

using api::reply;
using api::request;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

api::application hall()
{
    const auto answer = [](const request& asked) {
        if (asked.path() == "/large") return api::json_reply(200, std::string(32 << 20, 'x'));
        return api::json_reply(200, boost::json::serialize(boost::json::object{
                                        {"remote", asked.remote}, {"bytes", asked.body_bytes}}));
    };
    return {answer, [](const request& head) { return head.path() == "/upload"; }, {}, {}};
}

struct world {
    support::temporary_directory data;
    support::running_server server;
    explicit world(api::limits most, api::application app = hall(),
                   std::vector<std::string> proxies = {})
        : server(settings(data, most, std::move(proxies)), std::move(app))
    {
    }
    static api::server_settings settings(const support::temporary_directory& data, api::limits most,
                                         std::vector<std::string> proxies)
    {
        api::server_settings out;
        out.most = most;
        out.data = data.path();
        out.trusted_proxies = std::move(proxies);
        return out;
    }
};

const auto slow_body = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 900\r\n\r\n{"s;
const auto slow_upload = "POST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: 900\r\n\r\nx"s;
const auto slow_reader = "GET /large HTTP/1.1\r\nHost: h\r\n\r\n"s;

} // namespace

TEST_CASE("15.2.2 whoever is slow at its head, its body or its answer makes room for others")
{
    const std::string begun = GENERATE_COPY("GET / HT"s, slow_body, slow_upload, slow_reader);
    INFO(begun);
    api::limits few;
    few.connections_max = 3;
    world here(few);
    std::vector<support::http_client> slow;
    for (int i = 0; i < 3; ++i) {
        slow.push_back(here.server.client());
        slow.back().write(begun);
        if (begun == slow_reader) slow.back().read("HEAD"); // the answer has begun, and stands
    }
    for (int i = 0; i < 5; ++i) {
        auto healthy = here.server.client();
        const auto got = healthy.get("/livez");
        CHECK(got.status == 200);
    }
}

TEST_CASE("15.2.2 above the limit of an address one of its own connections makes room")
{
    api::limits few;
    few.connections_per_address_max = 2;
    world here(few);
    auto oldest = here.server.client(), newer = here.server.client(), newest = here.server.client();
    CHECK(oldest.get("/1").status == 200);
    CHECK(newer.get("/2").status == 200);
    CHECK(newest.get("/3").status == 200);
    CHECK(oldest.is_at_end());
}

TEST_CASE("a proxy that is trusted may hold as many connections as all together")
{
    api::limits few;
    few.connections_per_address_max = 1;
    world here(few, hall(), {"127.0.0.1"});
    auto one = here.server.client(), other = here.server.client();
    CHECK(one.get("/1").status == 200);
    CHECK(other.get("/2").status == 200);
    CHECK_FALSE(one.get("/3").is_closed);
}

TEST_CASE("4.1.3 only a trusted proxy says who asks, and only by the line that it wrote itself")
{
    const support::header_list forged{{"X-Forwarded-For", "192.0.2.1"},
                                      {"X-Forwarded-For", "192.0.2.2, 198.51.100.7"}};
    world behind({}, hall(), {"127.0.0.1"});
    CHECK(behind.server.client().get("/", forged).json().at("remote") == "198.51.100.7");
    world open({});
    CHECK(open.server.client().get("/", forged).json().at("remote") == "127.0.0.1");
}

TEST_CASE("what has no end is not kept: chunk extensions and trailers")
{
    const std::string begun = GENERATE("1;", "1\r\nx\r\n0\r\nA: ");
    world here({});
    auto client = here.server.client();
    client.write("POST /a HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + begun +
                 std::string(400'000, 'e'));
    const auto got = client.read();
    CHECK(got.status == 400);
    CHECK(got.is_closed);
}

TEST_CASE("bodies of all requests together have a limit in memory")
{
    api::limits small;
    small.body_memory_bytes_max = 1000;
    world here(small);
    auto holder = here.server.client();
    holder.write(slow_body + std::string(800, ' '));
    // What has arrived of the other's body is known to the server a moment later.
    const auto until = [&](int status) {
        support::http_reply got;
        for (int i = 0; i < 2000 && got.status != status; ++i)
            got = here.server.client().post("/a", std::string(600, ' '));
        return got;
    };
    const auto refused = until(503);
    REQUIRE(refused.status == 503);
    CHECK(refused.header("retry-after") == "2");
    holder.hang_up();
    CHECK(until(200).status == 200);
}

TEST_CASE("a crowd at the door keeps nobody inside waiting")
{
    std::latch release{1};
    api::application app = hall();
    app.answer = [&](const request& asked) {
        if (asked.path() == "/door") release.wait();
        return api::json_reply(200, "{}");
    };
    app.takes_long = [](const request& head) { return head.path() == "/door"; };
    api::limits few;
    few.workers = 1;
    few.slow_workers = 1;
    few.slow_queue_max = 3;
    world here(few, app);
    std::vector<support::http_client> crowd;
    for (int i = 0; i < 3; ++i) {
        crowd.push_back(here.server.client());
        crowd.back().write("GET /door HTTP/1.1\r\nHost: h\r\n\r\n");
    }
    CHECK(here.server.client().get("/inside").status == 200);
    release.count_down();
    for (auto& each : crowd) CHECK(each.read().status == 200);
}

TEST_CASE("an upload that its head speaks against is not spooled")
{
    api::application app = hall();
    app.refuse_head = [](const request& head) -> std::optional<reply> {
        if (head.has_header("authorization")) return {};
        return api::problem({api::http_errc::unauthenticated, {"sign_in_required"}}, "en");
    };
    world here({}, app);
    auto stranger = here.server.client();
    stranger.write("POST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: 9000000\r\n\r\nsome");
    const auto got = stranger.read();
    CHECK(got.status == 401);
    CHECK(got.is_closed);
    CHECK_FALSE(std::filesystem::exists(here.data.path() / "tmp"));
    const support::header_list known{{"Authorization", "Bearer x"}};
    CHECK(here.server.client().post("/upload", "abc", known).json().at("bytes") == 3);
}
