// rampung serve: the real thing, on a database of one's own.
#include "api/verbs/private_data.hpp"
#include "api/verbs/service.hpp"
#include "api/verbs/verb_database.hpp"
#include "api/verbs/verbs.hpp"
#include <algorithm>
#include <iostream>

namespace api {
namespace {

service_settings settings_of(const serve_options& options, const workflow::clock& real)
{
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
    return settings;
}

int check(const service_settings& settings)
{
    const auto obstacles = obstacles_to(settings);
    for (const auto& each : obstacles) std::cout << each << "\n";
    if (obstacles.empty()) {
        std::cout << "Nothing stands in the way of a start; nothing was started or changed\n";
        return done;
    }
    std::cout.flush();
    std::cerr << "rampung: expected nothing in the way of a start, found " << obstacles.size()
              << (obstacles.size() == 1 ? " thing" : " things")
              << "; put it right and check again\n";
    return answer_is_no;
}

} // namespace

int serve(const serve_options& options, const workflow::clock& real)
{
    return or_say_why([&] {
        const auto settings = settings_of(options, real);
        if (options.check_only) return check(settings);
        keep_data_private(options.data);
        service running(settings);
        std::cout << "Listening on port " << running.listen() << std::endl;
        running.run();
        return int{done};
    });
}

} // namespace api
