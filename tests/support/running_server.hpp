#pragma once
// A server on a free port of the loopback, run by a thread of its own, drained at the end.
#include "api/http/log.hpp"
#include "api/http/pipeline.hpp"
#include "api/http/server.hpp"
#include "tests/support/http_client.hpp"
#include <future>

namespace support {

class running_server {
public:
    running_server(api::server_settings settings, api::application app)
        : server_(ready(std::move(settings)), std::move(app)),
          done_(std::async(std::launch::async, [this] { server_.run(); }))
    {
    }
    ~running_server() { stop(); }

    http_client client() const { return http_client(server_.port()); }
    unsigned short port() const { return server_.port(); }
    api::server& under_test() { return server_; }
    void stop()
    {
        server_.stop();
        if (done_.valid()) done_.get();
    }

private:
    static api::server_settings ready(api::server_settings settings)
    {
        // What a test provokes is not news; its assertions say what went wrong.
        static const bool quiet = (api::log_from(api::severity::error), true);
        static_cast<void>(quiet);
        if (!settings.clock) settings.clock = [] { return workflow::instant{}; };
        return settings;
    }
    api::server server_;
    std::future<void> done_;
};

} // namespace support
