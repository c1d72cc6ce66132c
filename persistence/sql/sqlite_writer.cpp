// Group commit.
#include "persistence/sql/sqlite_writer.hpp"
#include "persistence/sql/open_transaction.hpp"
#include "persistence/sql/outage.hpp"
#include "persistence/sql/rows.hpp"
#include <soci/sqlite3/soci-sqlite3.h>

namespace persistence {
namespace {

// Each caller reads its own, in its own thread: what() of SOCI's errors puts its text together.
std::exception_ptr copy_of(const std::exception& error)
{
    if (const auto* own = dynamic_cast<const soci::sqlite3_soci_error*>(&error))
        return std::make_exception_ptr(*own);
    return std::make_exception_ptr(batch_undone(error.what()));
}

// Another one when another connection has committed since it was asked before.
long long data_version(connection& session)
{
    long long out = 0;
    session.prepared.each("PRAGMA data_version", {},
                          [&](const soci::row& row) { out = number(row, 0); });
    return out;
}

void tell_memory(void* memory, int, const char*, const char* table, sqlite_api::sqlite3_int64)
{
    static_cast<writer_memory*>(memory)->written(table);
}

void tell_of_writes(soci::session& sql, writer_memory& memory)
{
    auto* backend = static_cast<soci::sqlite3_session_backend*>(sql.get_backend());
    sqlite_api::sqlite3_update_hook(backend->conn_, tell_memory, &memory);
}

} // namespace

sqlite_writer::sqlite_writer(const address& where, workflow::clock clock,
                             std::function<void(const std::string&)> on_fatal)
    : session_(open_sqlite(where, purpose::writing)), clock_(std::move(clock)),
      on_fatal_(std::move(on_fatal)), thread_([this] { serve(); })
{
}

void sqlite_writer::close()
{
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    arrived_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void sqlite_writer::run(const job& work, time_point deadline)
{
    refuse_own_thread();
    const auto mine = std::make_shared<order>();
    mine->work = work;
    auto done = mine->done.get_future();
    enqueue(mine);
    // Once taken it is seen through to its end: nobody may be told "no" about a job that runs.
    if (done.wait_until(deadline) == std::future_status::timeout && !mine->taken.exchange(true))
        throw unavailable("the deadline passed while waiting for the writer");
    done.get();
}

void sqlite_writer::run_alone(const std::function<void(soci::session&)>& work)
{
    refuse_own_thread();
    const auto mine = std::make_shared<order>();
    mine->alone = work;
    auto done = mine->done.get_future();
    enqueue(mine);
    done.get();
}

std::size_t sqlite_writer::waiting() const
{
    const std::lock_guard lock(mutex_);
    return queue_.size();
}

void sqlite_writer::refuse_own_thread() const
{
    if (std::this_thread::get_id() == thread_.get_id())
        throw std::logic_error("a transaction must not wait for another one inside it");
}

void sqlite_writer::enqueue(const order_pointer& mine)
{
    {
        const std::lock_guard lock(mutex_);
        if (closing_) throw unavailable("the database is being closed");
        if (broken_) throw unavailable("the storage failed; the process must be started anew");
        if (queue_.size() >= writer_queue_max)
            throw overloaded(std::to_string(writer_queue_max) + " jobs wait for the writer");
        queue_.push_back(mine);
    }
    arrived_.notify_one();
}

void sqlite_writer::serve()
{
    tell_of_writes(session_->sql, memory_);
    for (;;) {
        auto orders = next_batch();
        if (orders.empty()) return;
        if (orders.front()->alone) {
            memory_.forget();
            try {
                orders.front()->alone(session_->sql);
            } catch (...) {
                orders.front()->failed = std::current_exception();
            }
            answer(orders);
        } else {
            run_batch(orders);
        }
    }
}

sqlite_writer::batch sqlite_writer::next_batch()
{
    std::unique_lock lock(mutex_);
    batch out;
    while (out.empty()) {
        arrived_.wait(lock, [&] { return closing_ || !queue_.empty(); });
        if (closing_ || broken_) {
            for (const auto& left : queue_)
                left->done.set_exception(
                    std::make_exception_ptr(unavailable("the database is being closed")));
            queue_.clear();
        }
        if (closing_) return {};
        take_waiting(out);
    }
    return out;
}

// With the mutex held.
void sqlite_writer::take_waiting(batch& into)
{
    while (!queue_.empty() && into.size() < group_commit_max) {
        const auto next = queue_.front();
        if (next->alone && !into.empty()) return;
        queue_.pop_front();
        if (next->taken.exchange(true)) continue; // its caller has given up
        into.push_back(next);
        if (next->alone) return;
    }
}

// Who comes while a batch runs still joins it: one sync for more of them.
bool sqlite_writer::has_joined(batch& orders)
{
    const std::lock_guard lock(mutex_);
    const auto before = orders.size();
    take_waiting(orders);
    return orders.size() > before;
}

void sqlite_writer::run_batch(batch& orders)
{
    try {
        session_->sql << dialect_.begin_write;
        memory_.begin_batch(data_version(*session_));
    } catch (const std::exception& error) {
        return undo(orders, error);
    }
    std::size_t done = 0;
    do {
        for (; done < orders.size(); ++done)
            if (!run_one(*orders[done]))
                return undo(orders, batch_undone("another job took the transaction down"));
    } while (has_joined(orders));
    commit_batch(orders);
}

bool sqlite_writer::run_one(order& one)
{
    try {
        memory_.begin_job();
        unit_of_work unit(*session_, dialect_, clock_(), savepoint_frame());
        unit.share(memory_);
        if (one.work(unit)) unit.commit();
    } catch (...) {
        one.failed = std::current_exception();
    }
    // After some errors (disk full, I/O) SQLite itself has rolled the whole transaction back.
    return in_transaction(session_->sql);
}

void sqlite_writer::commit_batch(batch& orders)
{
    try {
        session_->sql << "COMMIT";
    } catch (const std::exception& error) {
        if (classify(error) == fault::fatal) return storage_failed(orders, error);
        return undo(orders, error);
    }
    answer(orders);
}

// Those who did nothing wrong are told to run again.
void sqlite_writer::undo(batch& orders, const std::exception& why)
{
    memory_.forget();
    if (in_transaction(session_->sql)) {
        try {
            session_->sql << "ROLLBACK";
        } catch (const std::exception&) {
            // Left as it is: the next BEGIN fails and says so.
        }
    }
    for (const auto& one : orders)
        if (!one->failed) one->failed = copy_of(why);
    answer(orders);
}

void sqlite_writer::storage_failed(batch& orders, const std::exception& why)
{
    {
        const std::lock_guard lock(mutex_);
        broken_ = true;
    }
    for (const auto& one : orders)
        one->failed = std::make_exception_ptr(outage(std::string("COMMIT failed: ") + why.what()));
    answer(orders);
    on_fatal_(std::string("the storage failed at COMMIT: ") + why.what());
}

void sqlite_writer::answer(batch& orders)
{
    for (const auto& one : orders) {
        if (one->failed)
            one->done.set_exception(one->failed);
        else
            one->done.set_value();
    }
}

} // namespace persistence
