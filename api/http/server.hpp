#pragma once
// The HTTP server: one io thread with a coroutine for each connection, a pool of workers for
// everything that may block. Knows no domain: what it serves is the application it is given.
#include "api/http/edge.hpp"
#include "api/http/reply.hpp"
#include "api/http/request.hpp"
#include "workflow/days/clock.hpp"
#include <boost/json/object.hpp>
#include <filesystem>
#include <functional>
#include <memory>

namespace api {

struct application {
    // On a worker thread. An exception is an outage: 503, 507 or 500 without internals.
    std::function<reply(const request&)> answer;
    // On the io thread, with the head only: whether the body goes to a file. Must not block.
    std::function<bool(const request&)> spools;
    // On a worker thread: what /readyz says. Empty: always ready.
    std::function<bool()> is_ready;
    // Beside that: members that say how it goes on. After `is_ready`, on the same thread.
    std::function<boost::json::object()> condition{};
    // On a worker thread, before a body is spooled: the answer that needs no body. May be empty.
    std::function<std::optional<reply>(const request&)> refuse_head{};
    // On the io thread: whether a worker would be busy for long. Such requests have a few workers
    // of their own and a longer queue: a crowd at the door keeps nobody inside waiting.
    std::function<bool(const request&)> takes_long{};
};

struct server_settings {
    std::string address{"127.0.0.1"};
    unsigned short port{}; // 0: any free one
    limits most{};
    std::vector<std::string> hosts;           // served Host values; empty: any well-formed one
    std::vector<std::string> trusted_proxies; // peers whose X-Forwarded-For counts
    std::filesystem::path data;               // spooled bodies lie in <data>/tmp
    workflow::clock clock;                    // for the Date header
    bool stops_on_signals{};                  // SIGTERM and SIGINT do what stop() does
    // For so long a server that is to stop serves on and says 503 at /readyz, so that a balancer
    // sends nothing new before the listening socket closes.
    std::chrono::milliseconds notice{};
};

class server {
public:
    // Listens at once; throws boost::system::system_error when it cannot.
    server(server_settings, application);
    ~server();

    unsigned short port() const;
    // Serves on the calling thread until stopped and drained: no new connections, what runs is
    // finished, at most `drain_time_max`.
    void run();
    void stop(); // any thread; drains after the notice, and at once when called again

private:
    struct state;
    std::unique_ptr<state> state_;
};

} // namespace api
