#pragma once
// A small directory behind a real server on SQLite in memory, under a clock that the test sets:
// who signs in, keeps people and posts, and who is refused.
//
//     town_hall here;
//     auto admin = here.signed_in("admin");
//     CHECK(admin.get("/api/v1/users").status == 200);
#include "api/door/context.hpp"
#include "api/door/refusal_log.hpp"
#include "api/door/throttle.hpp"
#include "tests/support/running_server.hpp"
#include "tests/support/temporary_directory.hpp"
#include <atomic>

namespace support {

inline const std::string good_password = "kolam-teguh-padis-47";

inline constexpr auto users = "/api/v1/users";
// Somebody to be made there.
inline constexpr auto fitri = R"({"username":"Fitri","name":"Fitri","email":"fitri@example.org",)"
                              R"("locale":"id","region":"62.71"})";

class town_hall {
public:
    using routes_function = std::function<std::vector<api::route>(const api::context&)>;
    // Serves signing in, the directory, the definitions, and what else the test names.
    explicit town_hall(const routes_function& more = {}, bool secure_cookies = true);

    http_client client() const { return server_->client(); }
    // With cookie and CSRF token of a new session.
    http_client signed_in(const std::string& username);
    http_client with_token(const std::string& username,
                           std::optional<workflow::token_bounds> = std::nullopt);

    persistence::database& store() { return database_; }
    const api::context& context() const { return context_; }
    void pass(std::chrono::microseconds time) { now_ += time.count(); }
    void pass_monotonic(std::chrono::microseconds time) { steady_ += time.count(); }
    workflow::instant now() const { return workflow::instant_of(now_); }
    std::string id_of(const std::string& username);
    std::string security_log() const;
    // From now on it cannot be written, until it can again.
    void break_security_log();
    void mend_security_log();
    void cut_security_log_short(); // within its last line

    // The ETag of what was read, in If-Match for what is sent next.
    static header_list matching(const http_reply& read)
    {
        return {{"If-Match", read.header("etag")}};
    }

private:
    void fill();
    std::atomic<std::int64_t> now_;
    std::atomic<std::int64_t> steady_{3'600'000'000};
    temporary_directory data_;
    persistence::database database_;
    workflow::kind_registry kinds_;
    api::context context_;
    api::refusal_log refusals_{context_};
    std::unique_ptr<api::pipeline> pipeline_;
    std::unique_ptr<running_server> server_;
};

} // namespace support
