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
    // As the program serves it; the pipeline outlives the server.
    running_server(const api::pipeline& answers, const std::filesystem::path& data,
                   std::function<workflow::instant()> clock)
        : running_server(settings_of(data, std::move(clock)),
                         {[&](const api::request& asked) { return answers.answer(asked); },
                          [&](const api::request& head) { return answers.spools(head); },
                          {}})
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
    static api::server_settings settings_of(const std::filesystem::path& data,
                                            std::function<workflow::instant()> clock)
    {
        api::server_settings settings;
        settings.data = data;
        settings.clock = std::move(clock);
        return settings;
    }
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
