#pragma once
// What somebody enters into the directory, and what is wrong with it. Pure; whether a named thing
// exists is for the database to say.
#include "workflow/people/person.hpp"
#include "workflow/people/roles.hpp"
#include "workflow/words/error.hpp"
#include <optional>
#include <string>
#include <vector>

namespace workflow {

inline constexpr std::size_t name_characters_max = 200;
inline constexpr std::size_t short_name_characters_max = 100;
inline constexpr std::size_t addresses_max = 5;

struct new_agency {
    std::string id;
    std::string region;
    std::string name;
    std::string short_name;
    std::string kind; // kesbangpol, opd, vertical, forum
    date valid_from{};
};

// Absent: stays as it is.
struct agency_changes {
    std::optional<std::string> name{};
    std::optional<std::string> short_name{};
    std::optional<std::string> kind{};
    std::optional<std::optional<date>> valid_to{};
    std::optional<std::string> successor{}; // id, or empty
};

struct new_user {
    std::string id;
    std::string username; // kept in lower case
    std::string name;
    std::string locale{"id"};
    std::string region;
    std::vector<std::string> addresses;
    std::string activation_hash; // of the one-time code
    instant activation_until{};
};

struct user_changes {
    std::optional<std::string> name{};
    std::optional<std::string> locale{};
    std::optional<std::string> region{};
    std::optional<std::vector<std::string>> addresses{};
    std::optional<bool> disabled{};

    bool of_the_account() const { return name || region || addresses || disabled; }
};

struct new_appointment {
    std::string id;
    std::string user;
    std::string role;
    std::string agency; // either
    std::string region; // or, as the role says
    date from{};
    std::optional<date> to;
    bool acting{};
};

std::string lower_case(std::string_view ascii);

// What is wrong, with pointers into the body of POST or PATCH; empty: nothing.
std::vector<field_error> faults_of(const new_agency&);
std::vector<field_error> faults_of(const agency_changes&);
std::vector<field_error> faults_of(const new_user&);
std::vector<field_error> faults_of(const user_changes&);
std::vector<field_error> faults_of(const new_appointment&, const role_table&);

} // namespace workflow
