#pragma once
// The one writer of a SQLite database: a thread with the only writing connection behind a bounded
// queue. It takes up to 64 jobs, those that wait and those that come while it works, into one
// transaction with a savepoint each and answers only after COMMIT, so that one fsync serves them
// all. A job that fails is undone alone. What they read of the directory is remembered for those
// behind (writer_memory.hpp).
//
//     sqlite_writer writer(where, clock, on_fatal);
//     writer.run(work, deadline);  // any thread but its own; returns after COMMIT
//
// When COMMIT fails because the storage does (I/O error, corruption), the batch fails, `on_fatal`
// is called, which by design ends the process (a failed fsync is never tried again), and should it
// return, every later job is refused with `unavailable`.
#include "persistence/sql/session.hpp"
#include "persistence/sql/transactor.hpp"
#include "persistence/sql/writer_memory.hpp"
#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

namespace persistence {

inline constexpr std::size_t writer_queue_max = 1024;
inline constexpr std::size_t group_commit_max = 64;

class sqlite_writer {
public:
    sqlite_writer(const address&, workflow::clock,
                  std::function<void(const std::string&)> on_fatal);
    ~sqlite_writer() { close(); }
    sqlite_writer(const sqlite_writer&) = delete;
    sqlite_writer& operator=(const sqlite_writer&) = delete;

    // Finishes what was taken and refuses what still waits. Called by the owner only.
    void close();

    // Throws `overloaded` when 1,024 jobs wait, `unavailable` when the deadline passes while it
    // still waits (it is then not run), otherwise what the job or COMMIT threw.
    void run(const job&, time_point deadline);
    // Runs alone, outside any transaction.
    void run_alone(const std::function<void(soci::session&)>&);
    std::size_t waiting() const; // jobs in the queue

private:
    struct order {
        job work;                                  // either
        std::function<void(soci::session&)> alone; // or
        std::atomic<bool> taken{};                 // by the writer, or back by an impatient caller
        std::promise<void> done{};
        std::exception_ptr failed{};
    };
    using order_pointer = std::shared_ptr<order>;
    using batch = std::vector<order_pointer>;

    void enqueue(const order_pointer&);
    void serve();
    batch next_batch();
    void take_waiting(batch&);
    bool has_joined(batch&);
    void run_batch(batch&);
    bool run_one(order&); // false: the whole transaction is gone
    void commit_batch(batch&);
    void undo(batch&, const std::exception& why);
    void storage_failed(batch&, const std::exception& why);
    static void answer(batch&);
    void refuse_own_thread() const;

    std::unique_ptr<connection> session_;
    writer_memory memory_{};
    workflow::clock clock_;
    std::function<void(const std::string&)> on_fatal_;
    const dialect& dialect_ = dialect_of(backend::sqlite);
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<order_pointer> queue_;
    bool closing_{};
    bool broken_{};
    std::thread thread_; // last: starts when everything above is there
};

} // namespace persistence
