// The table of stored answers.
#include "persistence/sql/idempotency.hpp"
#include "persistence/sql/statement.hpp"

namespace persistence {
namespace {

struct known {
    std::string digest;
    stored_answer answer;
    workflow::instant stored_at;
};

std::optional<known> select(unit_of_work& unit, const run_key& key)
{
    std::optional<known> found;
    statement(unit,
              "SELECT request_digest, status, headers, body, stored_at FROM idempotency "
              "WHERE user_id = :user AND request_key = :key",
              {key.user, key.key})
        .each([&](const soci::row& row) {
            found = {text(row, 0),
                     {static_cast<int>(number(row, 1)), text(row, 2), text(row, 3), true},
                     instant_in(row, 4)};
        });
    return found;
}

void remove_expired(unit_of_work& unit, const run_key& key)
{
    statement(unit,
              "DELETE FROM idempotency WHERE user_id = :user AND request_key = :key AND "
              "stored_at <= :oldest",
              {key.user, key.key, unit.now() - key_days_kept})
        .change();
}

} // namespace

workflow::result<std::optional<stored_answer>> find_answer(unit_of_work& unit, const run_key& key)
{
    if (key.key.empty() || key.key.size() > key_octets_max)
        return workflow::refusal{.code = workflow::errc::malformed,
                                 .reason = {"idempotency_key_malformed"}};
    auto found = select(unit, key);
    if (!found) return std::optional<stored_answer>{};
    if (found->stored_at + key_days_kept <= unit.now()) return std::optional<stored_answer>{};
    if (found->digest != key.request_digest)
        return workflow::refusal{.code = workflow::errc::key_reused,
                                 .reason = {"idempotency_key_reused"}};
    return std::optional(std::move(found->answer));
}

void store_answer(unit_of_work& unit, const run_key& key, const stored_answer& answer)
{
    remove_expired(unit, key);
    statement(unit,
              "INSERT INTO idempotency(user_id, request_key, request_digest, status, headers, "
              "body, stored_at) VALUES (:user, :key, :digest, :status, :headers, :body, :now)",
              {key.user, key.key, key.request_digest, answer.status, answer.headers, answer.body,
               unit.now()})
        .change();
}

void forget_old_answers(unit_of_work& unit)
{
    statement(unit, "DELETE FROM idempotency WHERE stored_at <= :oldest",
              {unit.now() - key_days_kept})
        .change();
}

} // namespace persistence
