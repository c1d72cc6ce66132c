#pragma once
// A district that begins with nothing: the province's administrator makes its agencies, accounts
// and posts, and each person chooses a password with the code that was told once.
#include "tests/scenarios/support/house.hpp"

namespace scenarios {

class district {
public:
    district(house&, std::string region);

    // sekretariat, sahli, kepala.<agency>, staf.dp3appkb; the agency in lower case, no spaces.
    person& as(const std::string& who);
    // Somebody more, in a post of the region itself.
    void appoint_to_region(const std::string& role) { appoint(role, role, ""); }
    void sign_in_anew() { signed_in_.clear(); } // after the program was started again
    const std::string& region() const { return region_; }
    house& at() { return house_; }
    const std::map<std::string, std::string>& agencies() const { return agencies_; }
    std::string agency(const std::string& short_name) const { return agencies_.at(short_name); }
    std::string head_of(const std::string& agency_id) const;
    std::string user(const std::string& who) const { return users_.at(who); }
    std::string address(const std::string& who) const;
    std::vector<std::string> who_had_to_act() const;

private:
    void appoint(const std::string& who, const std::string& role, const std::string& agency);
    void choose_password(const std::string& code);

    house& house_;
    std::string region_;
    std::map<std::string, std::string> agencies_; // id by short name
    std::map<std::string, std::string> heads_;    // who, by agency id
    std::map<std::string, std::string> users_;    // id, by who
    std::map<std::string, std::unique_ptr<person>> signed_in_;
};

} // namespace scenarios
