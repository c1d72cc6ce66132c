// The table of stored answers.
#include "persistence/idempotency.hpp"

namespace persistence {
namespace {

struct known {
    std::string digest;
    stored_answer answer;
    workflow::instant stored_at;
};

std::optional<known> select(unit_of_work& unit, const run_key& key)
{
    known out;
    long long status = 0;
    long long at = 0;
    unit.sql() << "SELECT request_digest, status, headers, body, stored_at FROM idempotency "
                  "WHERE user_id = :user AND request_key = :key",
        soci::use(key.user), soci::use(key.key), soci::into(out.digest), soci::into(status),
        soci::into(out.answer.headers), soci::into(out.answer.body), soci::into(at);
    if (!unit.sql().got_data()) return {};
    out.answer.status = static_cast<int>(status);
    out.answer.replayed = true;
    out.stored_at = workflow::instant_of(at);
    return out;
}

void remove_expired(unit_of_work& unit, const run_key& key)
{
    const long long oldest = workflow::microseconds_of(unit.now() - key_days_kept);
    unit.sql() << "DELETE FROM idempotency WHERE user_id = :user AND request_key = :key AND "
                  "stored_at <= :oldest",
        soci::use(key.user), soci::use(key.key), soci::use(oldest);
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
    const long long status = answer.status;
    const long long now = workflow::microseconds_of(unit.now());
    remove_expired(unit, key);
    unit.sql() << "INSERT INTO idempotency(user_id, request_key, request_digest, status, headers, "
                  "body, stored_at) VALUES (:user, :key, :digest, :status, :headers, :body, :now)",
        soci::use(key.user), soci::use(key.key), soci::use(key.request_digest), soci::use(status),
        soci::use(answer.headers), soci::use(answer.body), soci::use(now);
}

void forget_old_answers(unit_of_work& unit)
{
    const long long oldest = workflow::microseconds_of(unit.now() - key_days_kept);
    unit.sql() << "DELETE FROM idempotency WHERE stored_at <= :oldest", soci::use(oldest);
}

} // namespace persistence
