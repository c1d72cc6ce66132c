#pragma once
// The database, opened by URL (see address.hpp), and the one transaction pattern:
//
//     database store("sqlite:///var/lib/rampung/rampung.db", {.clock = clock});
//     migrate(store);
//     auto answer = store.run(key, [&](unit_of_work& unit) -> workflow::result<stored_answer> {
//         auto stream = unit.lock_stream(id);
//         …                                     // decide; an early return of a refusal rolls back
//         unit.advance(stream, 1, head);        // compare
//         return stored_answer{200, {}, body};  // commits
//     });
//
// The function may run several times, each time from the beginning with fresh reads: it must have
// no effects but those in the transaction. Thread-safe. Never call it from within a transaction.
#include "persistence/sql/idempotency.hpp"
#include "persistence/sql/transactor.hpp"
#include <optional>
#include <type_traits>

namespace persistence {

inline constexpr std::size_t pool_size_default = 16;
inline constexpr int tries_max = 8;
inline constexpr std::chrono::seconds deadline_default{10};

void end_process(const std::string& why); // says why on standard error; exit status 70
std::uint32_t random_number();            // from the operating system, for jitter

struct settings {
    workflow::clock clock;
    std::size_t pool_size{pool_size_default};
    std::function<void(const std::string&)> on_fatal{end_process};
    std::function<std::uint32_t()> jitter{random_number};
};

struct run_options {
    bool dry_run{}; // computes the answer and rolls back; keys are neither read nor stored
    // The caller has looked the key up before: the first try does not again. Who comes between
    // is found out by their answer under the same key, and then it is looked up.
    bool key_is_new{};
    std::optional<time_point> deadline{};
};

using command_function = std::function<workflow::result<stored_answer>(unit_of_work&)>;

class database {
public:
    // Throws `usage` for a malformed URL, `unreachable` when SQLite cannot open the file. MariaDB
    // is reached when first needed.
    database(std::string_view url, settings);

    // One command. Its answer is a result of the caller's own type, as the function returned it; a
    // refusal rolls back. Lost races, deadlocks and lost connections are run again, at most 8 times
    // within the deadline. Throws `unavailable` after that, `unknown_outcome` when the connection
    // died during COMMIT and there is no key to find out by, `overloaded`, `disk_full`, `outage`.
    template <class F> auto run(F&& command, const run_options& options = {})
    {
        std::optional<std::invoke_result_t<F&, unit_of_work&>> answer;
        const job once = [&](unit_of_work& unit) {
            answer.emplace(command(unit));
            return answer->has_value() && !options.dry_run;
        };
        write_any(once, options.deadline);
        return std::move(*answer);
    }
    // The same by a key: a known one returns its stored answer; a refusal is not stored.
    workflow::result<stored_answer> run(const run_key&, const command_function&,
                                        const run_options& = {});

    // A transaction without an answer to keep, for internal jobs. Same retries and exceptions.
    void write(const std::function<void(unit_of_work&)>&, std::optional<time_point> deadline = {});

    // Reads of one consistent view. Returns what the function returns.
    template <class F>
    auto read(F&& ask, std::optional<time_point> deadline = {}, view wanted = view::consistent)
    {
        using answer = std::invoke_result_t<F&, unit_of_work&>;
        if constexpr (std::is_void_v<answer>) {
            read_any([&](unit_of_work& unit) { ask(unit); }, deadline, wanted);
        } else {
            std::optional<answer> out;
            read_any([&](unit_of_work& unit) { out.emplace(ask(unit)); }, deadline, wanted);
            return std::move(*out);
        }
    }
    // Reads that need not fit together, such as one statement: without a transaction, which on
    // MariaDB costs three more questions.
    template <class F> auto glance(F&& ask)
    {
        return read(std::forward<F>(ask), {}, view::each_statement);
    }

    // A session outside any transaction: migrations and checks. On SQLite everybody else waits.
    void administer(const std::function<void(soci::session&)>&);

    const persistence::dialect& dialect() const { return dialect_of(where_.which); }
    workflow::instant now() const { return settings_.clock(); }

private:
    void write_any(const job&, std::optional<time_point>);
    void read_any(const std::function<void(unit_of_work&)>&, std::optional<time_point>, view);
    void wait_before_try(int tries, time_point deadline, const std::string& last, bool unknown);
    template <class Attempt> void retried(std::optional<time_point>, bool may_ask, Attempt);

    address where_;
    settings settings_;
    std::unique_ptr<transactor> transactor_;
};

} // namespace persistence
