#pragma once
// Tokens by which machines ask: hashed, with an end, listed, ended by their holder or when the
// holder is disabled.
#include "persistence/sql/unit_of_work.hpp"
#include <optional>
#include <string>
#include <vector>

namespace persistence {

struct new_token {
    std::string id;
    std::string user;
    std::string name;  // what it is for
    std::string token; // opaque, random; not kept
    workflow::instant until{};
};

struct api_token {
    std::string id;
    std::string user;
    std::string name;
    workflow::instant created_at{};
    workflow::instant until{};
    std::string holder; // the user's name
    std::string locale; // the user's; empty: as the request wishes
};

void create_token(unit_of_work&, const new_token&);
// Nothing when it is unknown, over, or its holder disabled.
std::optional<api_token> find_token(unit_of_work&, const std::string& token);
std::vector<api_token> tokens_of(unit_of_work&, const std::string& user);
bool end_token(unit_of_work&, const std::string& user, const std::string& id); // false: none
void end_tokens_of(unit_of_work&, const std::string& user);

} // namespace persistence
