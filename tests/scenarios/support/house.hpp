#pragma once
// The demo as a stage: begun once a database and program on a fixed day, its people signed in when
// first needed. Stories share it and take plans, years or districts of their own.
#include "tests/scenarios/support/person.hpp"
#include "tests/scenarios/support/running_rampung.hpp"
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

class house {
public:
    house(backend, std::string day);
    // The shared one: 10 March 2026, in the middle of B04.
    static house& of(backend);

    person& as(const std::string& username);
    // A further session of the same person, for threads.
    person another(const std::string& username) const;
    const std::vector<account>& accounts() const { return accounts_; }
    const account& account_of(const std::string& username) const;
    const account& holder(const std::string& role, const std::string& place) const;
    running_rampung& program() { return program_; }

private:
    running_rampung program_;
    std::vector<account> accounts_;
    std::map<std::string, std::unique_ptr<person>> signed_in_;
};

} // namespace scenarios
