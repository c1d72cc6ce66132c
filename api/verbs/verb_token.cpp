// rampung token: tokens by which machines ask in somebody's name. A token is printed once; only its
// hash is kept.
#include "api/http/secret.hpp"
#include "api/verbs/verb_database.hpp"
#include "persistence/nouns/credentials.hpp"
#include "persistence/nouns/tokens.hpp"
#include <iostream>

namespace api {
namespace {

using persistence::unit_of_work;

std::string user_of(unit_of_work& unit, const std::string& username)
{
    const auto known = persistence::find_credentials(unit, username);
    if (known && !known->disabled) return known->user;
    throw verb_refused("expected the username of an account that is not disabled, found none "
                       "named " +
                       username + "; check --username");
}

} // namespace

int create_token(const database_at& database, const new_token_wanted& wanted)
{
    return with_database(database, schema::required, [&](persistence::database& store) {
        const std::string token = random_token();
        const std::string id = random_id();
        store.write([&](unit_of_work& unit) {
            const std::string user = user_of(unit, wanted.username);
            const auto until = unit.now() + std::chrono::days(wanted.days);
            persistence::create_token(
                unit,
                {.id = id, .user = user, .name = wanted.name, .token = token, .until = until});
            record_verb(unit, "token_created",
                        {{"user", user},
                         {"token", id},
                         {"name", wanted.name},
                         {"until", workflow::rfc3339(until)}});
        });
        std::cout << "id: " << id << "\ntoken: " << token << "\n";
        return done;
    });
}

int list_tokens(const database_at& database, const std::string& username)
{
    return with_database(database, schema::required, [&](persistence::database& store) {
        const auto tokens = store.read([&](unit_of_work& unit) {
            return persistence::tokens_of(unit, user_of(unit, username));
        });
        for (const auto& each : tokens)
            std::cout << each.id << "  until " << workflow::rfc3339(each.until) << "  " << each.name
                      << "\n";
        return done;
    });
}

int revoke_token(const database_at& database, const std::string& username, const std::string& id)
{
    return with_database(database, schema::required, [&](persistence::database& store) {
        bool was_there = false;
        store.write([&](unit_of_work& unit) {
            const std::string user = user_of(unit, username);
            was_there = persistence::end_token(unit, user, id);
            if (was_there) record_verb(unit, "token_revoked", {{"user", user}, {"token", id}});
        });
        if (!was_there)
            throw verb_refused("expected the id of a token of " + username + ", found none like " +
                               id + "; see `rampung token list`");
        return done;
    });
}

} // namespace api
