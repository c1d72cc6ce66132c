#pragma once
// The API behind a real server on SQLite in memory, under a clock that the test sets. Whoever is
// named in X-Test-User is signed in, so that tests of handlers need no passwords.
//
//     support::running_api here;
//     const auto plan = here.draft();
//     CHECK(here.as("budi").get("/api/v1/plans/" + plan).status == 404);
//
// The people: of 62 ani and arif (secretariat), budi and eka (head and staff of health), rina and
// sari (head and staff of social), omar (sahli), oki (observer), gita (administrator); of 62.71
// dewi (secretariat) and hana (head of health there); of the nation citra (secretariat).
#include "api/door/context.hpp"
#include "tests/support/running_server.hpp"
#include "tests/support/temporary_directory.hpp"
#include <atomic>

namespace support {

class running_api {
public:
    // `more`: kinds of plan beside those of the binary.
    explicit running_api(const std::vector<workflow::kind>& more = {});

    http_client as(const std::string& user) const;
    http_client nobody() const { return server_->client(); }
    persistence::database& store() { return database_; }
    const api::context& context() const { return context_; }
    void pass(std::chrono::hours time) { now_ += std::chrono::microseconds(time).count(); }
    workflow::instant now() const { return workflow::instant_of(now_); }

    // Shortcuts; each requires success. Agencies: kesbangpol, health, social; clinic in 62.71.
    static std::string agency(const std::string& short_name) { return "a-" + short_name; }
    std::string plan(const std::string& by = "ani", const std::string& region = "62",
                     int year = 2026, const std::string& kind = "rad_pks"); // without actions
    std::string draft();    // of 62: action 1 led by health, action 2 by social
    std::string in_force(); // the same, all the way
    std::string add_action(const std::string& plan, const std::string& body,
                           const std::string& by = "ani");
    // Gives a command with the version that is there.
    http_reply command(const std::string& user, const std::string& path, const std::string& command,
                       const std::string& body = "{}");
    boost::json::value read(const std::string& user, const std::string& path);

private:
    void fill();
    std::atomic<std::int64_t> now_;
    temporary_directory data_;
    persistence::database database_;
    workflow::kind_registry kinds_;
    api::context context_;
    std::unique_ptr<api::pipeline> pipeline_;
    std::unique_ptr<running_server> server_;
};

// The body of an action with a target of 10 in each period.
std::string action_body(const std::string& title, const std::string& lead);

std::string text_at(const boost::json::value&, std::string_view pointer);
std::vector<std::string> pointers_of(const http_reply&); // of a problem's errors

} // namespace support
