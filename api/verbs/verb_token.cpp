// rampung token: tokens by which machines ask in somebody's name. A token is printed once; only its
// hash is kept.
#include "api/http/secret.hpp"
#include "api/verbs/verb_database.hpp"
#include "persistence/nouns/credentials.hpp"
#include "persistence/nouns/regions.hpp"
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

// Throws verb_refused.
std::optional<workflow::token_bounds> bounds_of(unit_of_work& unit, const new_token_wanted& wanted)
{
    if (wanted.scopes.empty() && !wanted.region.empty())
        throw verb_refused("expected --scope beside --region, found none: without scopes a token "
                           "opens all that its person may; say --scope read, report or directory");
    if (wanted.scopes.empty()) return {};
    if (!wanted.region.empty() && !persistence::find_region(unit, wanted.region))
        throw verb_refused("expected the code of a region, found " + wanted.region +
                           "; say --region 62 or 62.71");
    workflow::token_bounds out{{}, wanted.region};
    for (const std::string& name : wanted.scopes) {
        const auto known = workflow::scope_named(name);
        if (!known)
            throw verb_refused("expected --scope read, report or directory, found " + name +
                               "; say one of these");
        out.scopes = out.scopes | *known;
    }
    out.scopes = workflow::with_implied(out.scopes);
    return out;
}

std::string said_of(const std::optional<workflow::token_bounds>& bounds)
{
    if (!bounds) return "everything its person may";
    std::string out;
    for (const std::string_view name : names_of(bounds->scopes))
        out += (out.empty() ? "" : " ") + std::string(name);
    return out + (bounds->region.empty() ? " everywhere" : " in " + bounds->region);
}

} // namespace

int create_token(const database_at& database, const new_token_wanted& wanted)
{
    return with_database(database, schema::required, [&](persistence::database& store) {
        const std::string token = random_token();
        const std::string id = random_id();
        store.write([&](unit_of_work& unit) {
            const std::string user = user_of(unit, wanted.username);
            const auto bounds = bounds_of(unit, wanted);
            const auto until = unit.now() + std::chrono::days(wanted.days);
            persistence::create_token(unit, {.id = id,
                                             .user = user,
                                             .name = wanted.name,
                                             .token = token,
                                             .until = until,
                                             .bounds = bounds});
            record_verb(unit, "token_created",
                        {{"user", user},
                         {"token", id},
                         {"name", wanted.name},
                         {"opens", said_of(bounds)},
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
            std::cout << each.id << "  until " << workflow::rfc3339(each.until) << "  "
                      << said_of(each.bounds) << "  "
                      << (each.used_at ? "used " + workflow::rfc3339(*each.used_at) : "never used")
                      << "  " << each.name << "\n";
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
