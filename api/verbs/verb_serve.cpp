// rampung serve: the real thing, on a database of one's own.
#include "api/verbs/private_data.hpp"
#include "api/verbs/service.hpp"
#include "api/verbs/verb_database.hpp"
#include "api/verbs/verbs.hpp"
#include <algorithm>
#include <iostream>

namespace api {

int serve(const serve_options& options, const workflow::clock& real)
{
    return or_say_why([&] {
        keep_data_private(options.data);
        service_settings settings;
        settings.database_url = options.database;
        settings.listen = options.listen;
        settings.data = options.data;
        settings.kinds_directory = options.kinds;
        settings.smtp_url = options.smtp;
        if (!options.mail_from.empty()) settings.mail_from = options.mail_from;
        settings.base_url = options.base_url;
        for (std::string host : options.hosts) {
            std::transform(host.begin(), host.end(), host.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
            settings.hosts.push_back(std::move(host));
        }
        settings.proxies = options.proxies;
        settings.notice = std::chrono::milliseconds(options.notice_ms);
        settings.clock = real;
        settings.secure_cookies = !options.insecure_cookies;
        service running(settings);
        std::cout << "Listening on port " << running.listen() << std::endl;
        running.run();
        return done;
    });
}

} // namespace api
