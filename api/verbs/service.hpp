#pragma once
// A running Rampung: database, definitions, HTTP, reminders and mail, put together once. `serve`
// and `demo` differ only in what they ask for.
#include "api/door/context.hpp"
#include "api/http/server.hpp"
#include <memory>

namespace api {

struct service_settings {
    std::string database_url;
    std::string listen{"127.0.0.1:8080"}; // address:port; port 0: any free one
    std::filesystem::path data;
    std::filesystem::path kinds_directory{}; // further kinds; empty: only the built-in ones
    std::string smtp_url{};                  // empty: mail is written to <data>/mail
    std::string mail_from{"rampung@localhost"};
    std::string base_url{};           // of links in mails; empty: http:// and the listening address
    std::vector<std::string> hosts{}; // Host values that are served; empty: any
    std::vector<std::string> proxies{}; // addresses whose X-Forwarded-For counts
    workflow::clock clock;
    bool secure_cookies{true};
    bool stops_on_signals{true};
    std::chrono::milliseconds notice{}; // between /readyz 503 and the end
};

// All that would stop a start with these settings, a sentence each: kinds, addresses, the database
// and what is kept in it. Looks, and changes nothing.
std::vector<std::string> obstacles_to(const service_settings&);

class service {
public:
    // Opens the database, brings its schema and what the program knows (regions, kinds) up to date.
    // Throws `persistence::unreachable`, `persistence::usage`, `migration_refused`, `kind_fault`,
    // `foreign_data`.
    explicit service(service_settings);
    ~service();

    const context& here() const;

    // Listens; from then on connections wait until run(). Returns the port.
    unsigned short listen();
    // Sends what is due by the clock. Between listen(), for the links in mails, and run().
    void send_due();
    // Serves, reminds and sends until stopped; /readyz is 200 from here on.
    void run();
    void stop(); // any thread

private:
    struct parts;
    std::unique_ptr<parts> parts_;
};

} // namespace api
