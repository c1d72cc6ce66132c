#pragma once
// Who there is in the demo: the agencies of Kalimantan Tengah and of three of its districts, with
// the people in their posts. Names of people are made up.
#include "api/door/context.hpp"
#include <map>
#include <string>
#include <vector>

namespace api {

struct demo_account {
    std::string id;
    std::string username;
    std::string password;
    std::string name;
    std::string role;
    workflow::reference agency; // empty id: a region's post
    std::string region;
};

struct demo_cast {
    std::vector<demo_account> accounts;
    // By agency id and role, and by region and role: "id/agency_head", "62/secretariat".
    const demo_account& holder(const std::string& place, std::string_view role) const;
};

// Makes agencies, accounts and posts that hold since `from`; passwords are random.
demo_cast make_demo_people(const context&, workflow::date from);

// accounts.json, in the contract's form, for the owner alone (mode 0600).
void write_accounts(const std::filesystem::path& file, const demo_cast&);

} // namespace api
