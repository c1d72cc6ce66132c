#pragma once
// The demo as a stage: begun once a database and program on a fixed day, its people signed in when
// first needed. Stories share it and take plans, years or districts of their own.
#include "tests/scenarios/support/person.hpp"
#include "tests/scenarios/support/running_rampung.hpp"
#include <functional>
#include <map>
#include <memory>

namespace scenarios {

struct account {
    std::string username;
    std::string password;
    std::string name;
    std::string role;
    std::string agency; // id; empty: a region's post
    std::string agency_name;
    std::string region;
};
std::vector<account> read_accounts(const std::filesystem::path& data);

// The clock of a demo that was begun on `first_day` and is not running: it goes on from `now`.
void set_demo_clock(const std::filesystem::path& data, const std::string& first_day,
                    std::chrono::system_clock::time_point now);

class house {
public:
    house(backend, std::string day, std::vector<std::string> options = {});
    // The shared one: 10 March 2026, in the middle of B04.
    static house& of(backend);

    // Ended, and started again on another day at nine in Jakarta; what lies on the disk may be
    // changed between. Everybody has to sign in anew.
    void start_anew(const std::string& day, const std::function<void()>& between);

    person& as(const std::string& username);
    // A further session of the same person, for threads.
    person another(const std::string& username) const;
    const std::vector<account>& accounts() const { return accounts_; }
    const account& account_of(const std::string& username) const;
    const account& holder(const std::string& role, const std::string& place) const;
    running_rampung& program() { return program_; }

private:
    running_rampung program_;
    std::string first_day_; // as the demo remembers it
    std::vector<account> accounts_;
    std::map<std::string, std::unique_ptr<person>> signed_in_;
};

} // namespace scenarios
