// Retries, idempotency and unknown outcomes above one attempt at a transaction.
#include "persistence/sql/database.hpp"
#include "persistence/sql/outage.hpp"
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <sodium.h>
#include <thread>
#include <utility>

namespace persistence {
namespace {

std::unique_ptr<transactor> make_transactor(const address& where, const settings& chosen)
{
    const transactor_settings passed{chosen.clock, chosen.pool_size, chosen.on_fatal};
    return where.which == backend::sqlite ? make_sqlite_transactor(where, passed)
                                          : make_mariadb_transactor(where, passed);
}

// One attempt inside its transaction. A refusal is held against the key: where two equal requests
// meet, the second waits at the stream and then finds its own command done.
workflow::result<stored_answer> answer_to_new_key(unit_of_work& unit, const run_key& key,
                                                  const command_function& command)
{
    auto fresh = command(unit);
    if (fresh) {
        store_answer(unit, key, *fresh);
        return fresh;
    }
    auto known = find_answer(unit, key);
    if (known && *known) return std::move(**known);
    return fresh;
}

workflow::result<stored_answer> answer_with_key(unit_of_work& unit, const run_key& key,
                                                const command_function& command)
{
    auto known = find_answer(unit, key);
    if (!known) return known.error();
    if (*known) return std::move(**known);
    return answer_to_new_key(unit, key, command);
}

bool runs_again(fault f)
{
    return f == fault::retry || f == fault::unique_violation || f == fault::connection_lost ||
           f == fault::refuses_writes;
}

} // namespace

void end_process(const std::string& why)
{
    std::fprintf(stderr, "rampung ends and recovers at its next start: %s\n", why.c_str());
    std::_Exit(70);
}

std::uint32_t random_number()
{
    return randombytes_random();
}

database::database(std::string_view url, settings chosen)
    : where_(parse_address(url)), settings_(std::move(chosen)),
      transactor_(make_transactor(where_, settings_))
{
}

workflow::result<stored_answer> database::run(const run_key& key, const command_function& command,
                                              const run_options& options)
{
    if (options.dry_run) return run(command, options);
    std::optional<workflow::result<stored_answer>> answer;
    bool unknown = false, is_new = options.key_is_new;
    const job once = [&](unit_of_work& unit) {
        answer.emplace(std::exchange(is_new, false) ? answer_to_new_key(unit, key, command)
                                                    : answer_with_key(unit, key, command));
        return answer->has_value() && !(*answer)->replayed;
    };
    retried(options.deadline, true, [&](time_point deadline, bool after_unknown) {
        unknown = unknown || after_unknown;
        transactor_->write(once, deadline);
    });
    // The first try did commit, and its answer comes back by the key: to the caller it is new.
    if (unknown && answer->has_value()) (*answer)->replayed = false;
    return std::move(*answer);
}

void database::write(const std::function<void(unit_of_work&)>& work,
                     std::optional<time_point> deadline)
{
    const job once = [&](unit_of_work& unit) {
        work(unit);
        return true;
    };
    write_any(once, deadline);
}

void database::write_any(const job& once, std::optional<time_point> deadline)
{
    retried(deadline, false, [&](time_point until, bool) { transactor_->write(once, until); });
}

void database::read_any(const std::function<void(unit_of_work&)>& ask,
                        std::optional<time_point> deadline, view wanted)
{
    const job once = [&](unit_of_work& unit) {
        ask(unit);
        return false;
    };
    retried(deadline, false,
            [&](time_point until, bool) { transactor_->read(once, wanted, until); });
}

void database::administer(const std::function<void(soci::session&)>& work)
{
    transactor_->administer(work);
}

// `may_ask`: after an unknown outcome the key tells what happened, so the attempt runs again.
template <class Attempt>
void database::retried(std::optional<time_point> wanted, bool may_ask, Attempt attempt)
{
    const auto deadline = wanted.value_or(std::chrono::steady_clock::now() + deadline_default);
    bool unknown = false;
    for (int tries = 1;; ++tries) {
        try {
            return attempt(deadline, unknown);
        } catch (const unknown_outcome& error) {
            if (!may_ask) throw;
            unknown = true;
            wait_before_try(tries, deadline, error.what(), unknown);
        } catch (const std::exception& error) {
            const auto kind = classify(error);
            if (kind == fault::disk_full) throw disk_full(error.what());
            if (runs_again(kind))
                wait_before_try(tries, deadline, error.what(), unknown);
            else if (dynamic_cast<const soci::soci_error*>(&error))
                throw outage(error.what());
            else
                throw;
        }
    }
}

void database::wait_before_try(int tries, time_point deadline, const std::string& last,
                               bool unknown)
{
    // 1, 2, 4 … 128 ms at most, any part of it: those who collided must not meet again.
    const auto longest = 1000u << std::min(tries, 7);
    const auto pause = std::chrono::microseconds(settings_.jitter() % longest);
    if (tries >= tries_max || std::chrono::steady_clock::now() + pause >= deadline) {
        const auto text = "after " + std::to_string(tries) + " tries: " + last;
        if (unknown) throw unknown_outcome(text);
        throw unavailable(text);
    }
    std::this_thread::sleep_for(pause);
}

} // namespace persistence
