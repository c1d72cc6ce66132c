#pragma once
// The secret in the address of a person's calendar feed: hashed, at most one a person, revoked by
// its holder or when the account is disabled.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/words/error.hpp"
#include <optional>
#include <string>

namespace persistence {

struct calendar_token {
    std::int64_t version{};
    workflow::instant made_at{};
};

// Nothing when there is none, or none any more.
std::optional<calendar_token> calendar_token_of(unit_of_work&, const std::string& user);
// The holder's former one, if any, opens nothing from then on. `token` is random and not kept.
calendar_token renew_calendar_token(unit_of_work&, const std::string& user,
                                    const std::string& token);
// Refusals: not_found, stale.
workflow::result<void> end_calendar_token(unit_of_work&, const std::string& user,
                                          std::int64_t version);
void end_calendar_token_of(unit_of_work&, const std::string& user); // of any version

// Whose feed it opens. Nothing when the token is unknown or its holder's account disabled.
std::optional<std::string> user_of_calendar(unit_of_work&, const std::string& token);

} // namespace persistence
