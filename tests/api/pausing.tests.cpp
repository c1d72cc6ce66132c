// Requests that wait for something to happen, over real sockets: no worker waits with them.
#include "tests/support/catch.hpp"
#include "tests/support/running_server.hpp"
#include "tests/support/temporary_directory.hpp"
#include <atomic>

using api::reply;
using api::request;
using namespace std::chrono_literals;

namespace {

struct waiting_room {
    std::atomic<bool> has_happened{};
    std::atomic<int> asked{};
    std::atomic<bool> second_wait_is_it{};
    support::temporary_directory data;
    support::running_server server;

    explicit waiting_room(std::size_t pausing_max = 200)
        : server(settings(data, pausing_max), {[this](const request& r) { return answer(r); },
                                               [](const request&) { return false; },
                                               {}})
    {
    }

    reply answer(const request& r)
    {
        if (r.path() == "/happen") has_happened = true;
        if (r.path() != "/wait") return api::json_reply(200, "{}");
        ++asked;
        if (second_wait_is_it && r.target == "/wait?second" && r.waited > 0ms) has_happened = true;
        reply out = api::json_reply(200, has_happened ? R"({"happened":true})" : "{}");
        if (!has_happened && r.waited < 20s) out.ask_again = 5ms;
        return out;
    }

    void until_asked(int times) const
    {
        const auto patience = std::chrono::steady_clock::now() + 30s;
        while (asked < times && std::chrono::steady_clock::now() < patience)
            std::this_thread::yield();
        REQUIRE(asked >= times);
    }

    static api::server_settings settings(const support::temporary_directory& data,
                                         std::size_t pausing_max)
    {
        api::server_settings out;
        out.data = data.path();
        out.most.workers = 1;
        out.most.pausing_max = pausing_max;
        return out;
    }
};

constexpr std::string_view question = "GET /wait HTTP/1.1\r\nHost: h\r\n\r\n";

} // namespace

TEST_CASE("many wait, and the only worker serves others meanwhile")
{
    waiting_room here;
    std::vector<support::http_client> crowd;
    for (int i = 0; i < 20; ++i) {
        crowd.push_back(here.server.client());
        crowd.back().write(question);
    }
    here.until_asked(60);
    CHECK(here.server.client().get("/other").body == "{}");
    CHECK(here.server.client().get("/happen").status == 200);
    for (auto& one : crowd) {
        const auto told = one.read();
        CHECK(told.status == 200);
        CHECK(told.body == R"({"happened":true})");
    }
}

TEST_CASE("when too many wait the next is answered as things are")
{
    waiting_room here(1);
    auto first = here.server.client();
    first.write(question);
    here.until_asked(2);
    CHECK(here.server.client().get("/wait").body == "{}");
    here.has_happened = true;
    CHECK(first.read().body == R"({"happened":true})");
}

TEST_CASE("a server that leaves answers those who wait")
{
    waiting_room here;
    auto one = here.server.client();
    one.write(question);
    here.until_asked(2);
    here.server.under_test().stop();
    const auto told = one.read();
    CHECK(told.status == 200);
    CHECK(told.body == "{}");
    CHECK(told.is_closed);
}

TEST_CASE("who has gone is not asked for any more")
{
    waiting_room here(1);
    {
        auto one = here.server.client();
        one.write(question);
        here.until_asked(2);
        one.hang_up();
    }
    // Answered at once as long as the place is taken; who gets to wait in it makes it happen.
    here.second_wait_is_it = true;
    auto other = here.server.client();
    const auto patience = std::chrono::steady_clock::now() + 10s;
    while (!here.has_happened && std::chrono::steady_clock::now() < patience)
        CHECK(other.get("/wait?second").status == 200);
    CHECK(here.has_happened);
}
