// The server over real sockets: framing, limits, order, head and drain.
#include "api/http/server.hpp"
#include "persistence/sql/outage.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/running_server.hpp"
#include "tests/support/temporary_directory.hpp"
#include <boost/json.hpp>
#include <fstream>
#include <latch>

using api::reply;
using api::request;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

// Says what arrived; some paths fail on purpose.
reply echo(const request& asked)
{
    if (asked.path() == "/full") throw persistence::disk_full("no space on /secret/path");
    if (asked.path() == "/down") throw persistence::unavailable("10.0.0.1 refused");
    if (asked.path() == "/bug") throw std::runtime_error("a secret");
    if (asked.path() == "/none") return api::no_content();
    std::string body = asked.body;
    if (!asked.body_file.empty()) {
        std::ifstream file(asked.body_file, std::ios::binary);
        body.assign(std::istreambuf_iterator<char>(file), {});
    }
    return api::json_reply(
               asked.body_too_large ? 413 : 200,
               boost::json::serialize(boost::json::object{{"method", asked.method},
                                                          {"target", asked.target},
                                                          {"body", body.substr(0, 100)},
                                                          {"bytes", body.size()},
                                                          {"spooled", !asked.body_file.empty()},
                                                          {"remote", asked.remote}}))
        .with("X-Text", "a\r\nX-Evil: b");
}

api::application echo_application()
{
    return {echo, [](const request& head) { return head.path() == "/upload"; }, {}};
}

struct world {
    support::temporary_directory data;
    support::running_server server;
    explicit world(api::limits most = {}, api::application app = echo_application(),
                   std::chrono::milliseconds notice = {})
        : server(settings(data, most, notice), std::move(app))
    {
    }
    static api::server_settings settings(const support::temporary_directory& data, api::limits most,
                                         std::chrono::milliseconds notice)
    {
        api::server_settings out;
        out.most = most;
        out.notice = notice;
        out.data = data.path();
        return out;
    }
};

} // namespace

TEST_CASE("a request is answered with the headers that every answer carries")
{
    world here;
    auto client = here.server.client();
    const auto got = client.get("/plans?year=2026");
    CHECK(got.status == 200);
    CHECK(got.json().at("target") == "/plans?year=2026");
    CHECK(got.json().at("remote") == "127.0.0.1");
    CHECK(got.header("date") == "Thu, 01 Jan 1970 00:00:00 GMT");
    CHECK(got.header("x-request-id").size() == 26);
    CHECK(got.header("x-content-type-options") == "nosniff");
    CHECK(got.header("cache-control") == "no-store");
    CHECK(got.header("content-security-policy").starts_with("default-src 'none'"));
    CHECK(got.header("referrer-policy") == "no-referrer");
    CHECK(got.header("cross-origin-opener-policy") == "same-origin");
    CHECK(got.header("cross-origin-resource-policy") == "same-origin");
    CHECK(got.header("strict-transport-security") == "max-age=31536000; includeSubDomains");
    CHECK(got.header("server").empty());
    CHECK(got.header("x-evil").empty());
    CHECK(got.header("x-text") == "aX-Evil: b");
}

TEST_CASE("a connection serves many requests, with bodies of both framings")
{
    world here;
    auto client = here.server.client();
    CHECK(client.post("/a", "{\"a\":1}").json().at("body") == "{\"a\":1}");
    client.write("POST /b HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                 "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    CHECK(client.read().json().at("body") == "abcde");
    CHECK(client.post("/c").json().at("bytes") == 0);
    const auto empty = client.get("/none");
    CHECK(empty.status == 204);
    CHECK(empty.header("content-length").empty());
    CHECK_FALSE(client.get("/d").is_closed);
}

TEST_CASE("pipelined requests are answered one by one, in order")
{
    world here;
    auto client = here.server.client();
    std::string all;
    for (int i = 0; i < 20; ++i)
        all += "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx";
    client.write(all);
    for (int i = 0; i < 20; ++i)
        CHECK(client.read().json().at("target").as_string() == "/" + std::to_string(i));
}

TEST_CASE("a request cut at every byte is still one request")
{
    world here;
    const auto whole = "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"s;
    for (std::size_t cut = 1; cut < whole.size(); ++cut) {
        auto client = here.server.client();
        client.write(whole.substr(0, cut));
        client.write(whole.substr(cut));
        CHECK(client.read().json().at("body") == "abc");
    }
}

TEST_CASE("HEAD is answered like GET, without the body")
{
    world here;
    auto client = here.server.client();
    const auto head = client.send("HEAD", "/a");
    CHECK(head.status == 200);
    CHECK(head.body.empty());
    CHECK(std::stoi(head.header("content-length")) > 0);
    CHECK(client.get("/b").json().at("target") == "/b");
}

TEST_CASE("4.2.1 a malformed request gets one problem document and the connection ends")
{
    const auto [status, bytes] = GENERATE(table<int, std::string>({
        {400, "GET / HTTP/1.1\r\n\r\n"},
        {400, "get / HTTP/1.1\r\nHost: h\r\n\r\nGET /second HTTP/1.1\r\nHost: h\r\n\r\n"},
        {501, "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: identity\r\n\r\n"
              "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n"},
        {400, "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: gzip\r\n\r\n"},
        {400, "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"},
        {400, "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcde\r\n"},
        {505, "GET / HTTP/2.0\r\nHost: h\r\n\r\n"},
        {501, "BREW / HTTP/1.1\r\nHost: h\r\n\r\n"},
        {431, "GET / HTTP/1.1\r\nHost: h\r\nA: " + std::string(20'000, 'a') + "\r\n\r\n"},
        {400, "\x16\x03\x01\x02 a TLS hello"s},
    }));
    INFO(bytes.substr(0, 200));
    world here;
    auto client = here.server.client();
    client.write(bytes);
    const auto got = client.read();
    CHECK(got.status == status);
    CHECK_FALSE(got.code().empty());
    CHECK(got.is_closed);
    CHECK(client.is_at_end());
}

TEST_CASE("a body above its limit is marked as such and the connection ends")
{
    api::limits small;
    small.json_bytes_max = 1000;
    small.upload_bytes_max = 100'000;
    world here(small);
    const auto [path, bytes, status] =
        GENERATE(table<std::string, std::size_t, int>({{"/a", 1000, 200},
                                                       {"/a", 1001, 413},
                                                       {"/upload", 100'000, 200},
                                                       {"/upload", 100'001, 413}}));
    INFO(path << " " << bytes);
    auto client = here.server.client();
    const std::string body(bytes, 'x');
    const auto declared = client.post(path, body);
    CHECK(declared.status == status);
    CHECK(declared.is_closed == (status == 413));
    auto other = here.server.client();
    char size[32];
    std::snprintf(size, sizeof size, "%zx", bytes);
    other.write("POST " + path + " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" +
                size + "\r\n" + body + "\r\n0\r\n\r\n");
    CHECK(other.read().status == status);
}

TEST_CASE("an upload lies in a file while it is answered and nowhere afterwards")
{
    world here;
    auto client = here.server.client();
    const auto got = client.post("/upload", std::string(3'000'000, 'y'));
    CHECK(got.json().at("spooled") == true);
    CHECK(got.json().at("bytes") == 3'000'000);
    client.get("/after"); // the first request is over by now
    CHECK(std::filesystem::is_empty(here.data.path() / "tmp"));
}

TEST_CASE("a file is streamed with its length")
{
    support::temporary_directory data;
    const auto path = data.path() / "evidence";
    std::ofstream(path) << std::string(1'000'000, 'z');
    world here({}, {[&](const request&) {
                        reply out;
                        out.content_type = "application/pdf";
                        out.file = path;
                        return out;
                    },
                    {},
                    {}});
    auto client = here.server.client();
    const auto got = client.get("/");
    CHECK(got.body.size() == 1'000'000);
    CHECK(got.header("content-type") == "application/pdf");
    CHECK(client.send("HEAD", "/").header("content-length") == "1000000");
    std::filesystem::remove(path);
    CHECK(client.get("/").status == 500);
}

TEST_CASE("100-continue is said before a body that is wanted")
{
    world here;
    auto client = here.server.client();
    client.write(
        "POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    client.write("{}");
    CHECK(client.read().json().at("body") == "{}");
}

TEST_CASE("an outage is 503 or 507, a bug 500, and neither tells what happened")
{
    world here;
    auto client = here.server.client();
    const auto [path, status] =
        GENERATE(table<std::string, int>({{"/full", 507}, {"/down", 503}, {"/bug", 500}}));
    const auto got = client.get(path);
    CHECK(got.status == status);
    CHECK_FALSE(got.code().empty());
    CHECK(got.header("retry-after").empty() == (status != 503));
    CHECK(got.body.find("secret") == std::string::npos);
    CHECK(got.body.find("10.0.0.1") == std::string::npos);
    CHECK(client.get("/well").status == 200);
}

TEST_CASE("a slow head, an idle connection and a slow body are ended in time")
{
    api::limits quick;
    quick.header_time_max = quick.idle_time_max = quick.body_time_max = quick.transfer_grace = 50ms;
    quick.linger_time_max = 50ms;
    world here(quick);
    const std::string begun = GENERATE(
        "", "GET / HTTP/1.1\r\nHos", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc",
        "POST /upload HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nabc");
    INFO(begun);
    auto client = here.server.client();
    client.write(begun);
    CHECK(client.is_at_end());
}

TEST_CASE("more requests than workers and queue can hold are told to come again")
{
    api::limits few;
    few.workers = 1;
    few.queue_max = 1;
    std::latch started{1}, release{1};
    std::atomic<int> runs{0};
    world here(few, {[&](const request&) {
                         if (runs++ == 0) started.count_down();
                         release.wait();
                         return reply{};
                     },
                     {},
                     {}});
    auto first = here.server.client(), second = here.server.client(), third = here.server.client();
    first.write("GET /1 HTTP/1.1\r\nHost: h\r\n\r\n");
    started.wait();
    // One runs; of the two that follow one waits and the other is refused.
    second.write("GET /2 HTTP/1.1\r\nHost: h\r\n\r\nGET /2b HTTP/1.1\r\nHost: h\r\n\r\n");
    support::http_reply refused;
    while (refused.status != 503)
        refused = third.get("/livez").status == 200 ? here.server.client().get("/3") : refused;
    CHECK(refused.header("retry-after") == "2");
    CHECK(refused.code() == "unavailable");
    release.count_down();
    CHECK(first.read().status == 200);
    CHECK(second.read().status == 200);
}

TEST_CASE("at the limit of connections the longest idle one makes room")
{
    api::limits few;
    few.connections_max = 2;
    world here(few);
    auto oldest = here.server.client(), newer = here.server.client(), newest = here.server.client();
    CHECK(oldest.get("/1").status == 200);
    CHECK(newer.get("/2").status == 200);
    CHECK(newest.get("/3").status == 200);
    CHECK(oldest.is_at_end());
    CHECK(newest.get("/4").status == 200);
}

TEST_CASE("probes say alive always and ready when it is so")
{
    std::atomic<bool> ready{false};
    world here({}, {echo, {}, [&] { return ready.load(); }});
    auto client = here.server.client();
    CHECK(client.get("/livez").status == 200);
    CHECK(client.get("/readyz").status == 503);
    ready = true;
    CHECK(client.get("/readyz").status == 200);
    const auto other = client.post("/livez");
    CHECK(other.status == 405);
    CHECK(other.header("allow") == "GET, HEAD");
}

TEST_CASE("a probe also says how it goes on, whether ready or not")
{
    std::atomic<bool> ready{true};
    api::application app{echo, {}, [&] { return ready.load(); }};
    app.condition = [] { return boost::json::object{{"scheduler_last_ran", nullptr}}; };
    world here({}, app);
    auto client = here.server.client();
    const auto well = client.get("/readyz").json();
    CHECK(well.at("status") == "ready");
    CHECK(well.at("scheduler_last_ran").is_null());
    ready = false;
    CHECK(client.get("/readyz").json().at("status") == "not_ready");
    CHECK(client.get("/readyz").json().as_object().contains("scheduler_last_ran"));
    CHECK_FALSE(client.get("/livez").json().as_object().contains("scheduler_last_ran"));
}

TEST_CASE(
    "a server that leaves says so at its probe and answers everybody until its notice is over")
{
    world here({}, echo_application(), 10min);
    auto kept = here.server.client();
    CHECK_FALSE(kept.get("/").is_closed);
    here.server.under_test().stop();
    int ready = 200;
    for (int i = 0; i < 2000 && ready == 200; ++i)
        ready = here.server.client().get("/readyz").status;
    CHECK(ready == 503);
    const auto last = kept.get("/");
    CHECK(last.status == 200);
    CHECK(last.is_closed);
    const auto port = here.server.port();
    const auto late = here.server.client().get("/");
    CHECK(late.status == 200);
    CHECK(late.is_closed);
    here.server.stop(); // a second time: now
    CHECK_THROWS(support::http_client(port).get("/"));
}

TEST_CASE("draining finishes what runs and takes nothing new")
{
    std::latch started{1}, release{1};
    api::limits quick;
    quick.linger_time_max = 50ms;
    world here(quick, {[&](const request&) {
                           started.count_down();
                           release.wait();
                           return reply{};
                       },
                       {},
                       {}});
    auto idle = here.server.client();
    CHECK(idle.get("/livez").status == 200);
    auto busy = here.server.client();
    busy.write("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    started.wait();
    const auto port = here.server.port();
    here.server.under_test().stop();
    CHECK(idle.is_at_end());
    CHECK_THROWS(support::http_client(port).get("/"));
    release.count_down();
    const auto got = busy.read();
    CHECK(got.status == 200);
    CHECK(got.is_closed);
    here.server.stop();
}
