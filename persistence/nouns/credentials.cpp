// The secret columns of the table of users.
#include "persistence/nouns/credentials.hpp"
#include "persistence/nouns/sessions.hpp"
#include "persistence/sql/statement.hpp"
#include "workflow/days/clock_watch.hpp"
#include "workflow/people/directory_forms.hpp"

namespace persistence {
namespace {

std::optional<credentials> read(statement&& select)
{
    std::optional<credentials> out;
    select.each([&](const soci::row& row) {
        out = {.user = text(row, 0),
               .password_hash = text(row, 1),
               .totp_secret = text(row, 2),
               .disabled = flag(row, 3)};
    });
    return out;
}

} // namespace

std::optional<credentials> find_credentials(unit_of_work& unit, const std::string& username)
{
    return read({unit,
                 "SELECT id, password_hash, totp_secret, disabled FROM users "
                 "WHERE username = :username",
                 {workflow::lower_case(username)}});
}

std::optional<credentials> credentials_of(unit_of_work& unit, const std::string& user)
{
    return read({unit,
                 "SELECT id, password_hash, totp_secret, disabled FROM users WHERE id = :id",
                 {user}});
}

std::optional<std::string> find_activation(unit_of_work& unit, const std::string& code_hash)
{
    if (code_hash.empty()) return {};
    return one_text({unit,
                     "SELECT id FROM users WHERE activation_hash = :hash "
                     "AND activation_until > :now AND activation_until <= :longest "
                     "AND disabled = 0",
                     {code_hash, unit.now(),
                      unit.now() + activation_lasts_max + workflow::clock_difference_max}});
}

void set_activation(unit_of_work& unit, const std::string& user, const std::string& code_hash,
                    workflow::instant until)
{
    statement(unit,
              "UPDATE users SET version = version + 1, activation_hash = :hash, "
              "activation_until = :until WHERE id = :id",
              {code_hash, until, user})
        .change_one();
}

void end_activation_of(unit_of_work& unit, const std::string& user)
{
    statement(unit, "UPDATE users SET activation_hash = '', activation_until = 0 WHERE id = :id",
              {user})
        .change();
}

void set_password(unit_of_work& unit, const std::string& user, const std::string& password_hash)
{
    statement(unit,
              "UPDATE users SET version = version + 1, password_hash = :hash, "
              "activation_hash = '', activation_until = 0 WHERE id = :id",
              {password_hash, user})
        .change_one();
    end_sessions_of(unit, user);
}

void rehash_password(unit_of_work& unit, const std::string& user, const std::string& password_hash)
{
    statement(unit, "UPDATE users SET password_hash = :hash WHERE id = :id", {password_hash, user})
        .change();
}

void set_totp_secret(unit_of_work& unit, const std::string& user, const std::string& secret)
{
    statement(unit,
              "UPDATE users SET version = version + 1, totp_secret = :secret, totp_last_step = 0 "
              "WHERE id = :id",
              {secret, user})
        .change_one();
}

step_use use_totp_step(unit_of_work& unit, const std::string& user, std::int64_t step,
                       std::int64_t furthest)
{
    const auto in_turn = statement(unit,
                                   "UPDATE users SET totp_last_step = :step "
                                   "WHERE id = :id AND totp_last_step < :step2",
                                   {step, user, step})
                             .change();
    if (in_turn == 1) return step_use::taken;
    const auto after_wrong_clock = statement(unit,
                                             "UPDATE users SET totp_last_step = :step "
                                             "WHERE id = :id AND totp_last_step > :furthest",
                                             {step, user, furthest})
                                       .change();
    return after_wrong_clock == 1 ? step_use::taken_after_wrong_clock : step_use::refused;
}

} // namespace persistence
