// The table of calendar tokens.
#include "persistence/nouns/calendar_tokens.hpp"
#include "persistence/nouns/refusals.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/things/digest.hpp"

namespace persistence {

std::optional<calendar_token> calendar_token_of(unit_of_work& unit, const std::string& user)
{
    std::optional<calendar_token> out;
    statement(unit,
              "SELECT version, made_at FROM calendar_tokens "
              "WHERE user_id = :user AND token_hash IS NOT NULL",
              {user})
        .each([&](const soci::row& row) {
            out = {number(row, 0), instant_in(row, 1)};
        });
    return out;
}

calendar_token renew_calendar_token(unit_of_work& unit, const std::string& user,
                                    const std::string& token)
{
    const std::string hash = workflow::sha256_hex(token);
    const auto renewed = statement(unit,
                                   "UPDATE calendar_tokens SET version = version + 1, "
                                   "token_hash = :hash, made_at = :now WHERE user_id = :user",
                                   {hash, unit.now(), user})
                             .change();
    if (renewed == 0)
        statement(unit,
                  "INSERT INTO calendar_tokens(user_id, version, token_hash, made_at) "
                  "VALUES (:user, 1, :hash, :now)",
                  {user, hash, unit.now()})
            .change_one();
    return calendar_token_of(unit, user).value();
}

workflow::result<void> end_calendar_token(unit_of_work& unit, const std::string& user,
                                          std::int64_t version)
{
    const auto found = calendar_token_of(unit, user);
    if (!found) return not_found();
    if (found->version != version) return stale();
    statement(unit,
              "UPDATE calendar_tokens SET version = version + 1, token_hash = NULL "
              "WHERE user_id = :user AND version = :version",
              {user, version})
        .change_one();
    return {};
}

void end_calendar_token_of(unit_of_work& unit, const std::string& user)
{
    statement(unit,
              "UPDATE calendar_tokens SET version = version + 1, token_hash = NULL "
              "WHERE user_id = :user AND token_hash IS NOT NULL",
              {user})
        .change();
}

std::optional<std::string> user_of_calendar(unit_of_work& unit, const std::string& token)
{
    return one_text({unit,
                     "SELECT c.user_id FROM calendar_tokens c JOIN users u ON u.id = c.user_id "
                     "WHERE u.disabled = 0 AND c.token_hash = :hash",
                     {workflow::sha256_hex(token)}});
}

} // namespace persistence
