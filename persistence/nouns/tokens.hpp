#pragma once
// Tokens by which machines ask: hashed, with an end, with scopes and a region, listed, ended by
// their holder, by who keeps the account, or when the holder is disabled.
#include "persistence/sql/page.hpp"
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/people/directory_rights.hpp"
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace persistence {

// A use is noted only when the last one that was is older than this: reading stays reading.
inline constexpr std::chrono::minutes token_touch_after{60};
inline constexpr std::size_t tokens_of_user_max = 50; // that are good at once

struct new_token {
    std::string id;
    std::string user;
    std::string name;  // what it is for
    std::string token; // opaque, random; not kept
    workflow::instant until{};
    std::optional<workflow::token_bounds> bounds{}; // nothing: all that its holder may
};

struct api_token {
    std::string id;
    std::string user;
    std::string name;
    workflow::instant created_at{};
    workflow::instant until{};
    std::string holder; // the user's name
    std::string locale; // the user's; empty: as the request wishes
    std::optional<workflow::token_bounds> bounds{};
    std::string region_name{};                  // of the bounds
    std::optional<workflow::instant> used_at{}; // to within token_touch_after; nothing: never

    bool wants_touch(workflow::instant now) const
    {
        return !used_at || now - *used_at >= token_touch_after;
    }
};

void create_token(unit_of_work&, const new_token&);
// Nothing when it is unknown, over, or its holder disabled.
std::optional<api_token> find_token(unit_of_work&, const std::string& token);
// When it ended by itself, if it is one of those: neither revoked nor of somebody disabled.
std::optional<workflow::instant> expired_token(unit_of_work&, const std::string& token);
void touch_token(unit_of_work&, const std::string& id);
// Those that are good.
std::vector<api_token> tokens_of(unit_of_work&, const std::string& user);

// Of one person, or of all whose home is where somebody keeps the directory.
struct token_filter {
    std::string user{};                               // empty: any
    std::optional<workflow::directory_reach> homes{}; // nothing: anywhere
};
// By when they were made. Those that have run out too, until somebody revokes them.
workflow::result<page<api_token>> list_tokens(unit_of_work&, const token_filter&,
                                              const page_request&);
// One of these. Refusal: not_found.
workflow::result<api_token> find_listed_token(unit_of_work&, const std::string& id);

bool end_token(unit_of_work&, const std::string& user, const std::string& id); // false: none
void end_tokens_of(unit_of_work&, const std::string& user);

} // namespace persistence
