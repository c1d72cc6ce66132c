#pragma once
// One open transaction: its session, its one instant, and the stream under which every decision is
// made. Ends with commit(); anything else, an exception or simply leaving the scope, rolls back.
// Belongs to one thread. Whoever is handed a reference neither commits nor keeps it.
#include "persistence/sql/dialect.hpp"
#include "persistence/sql/prepared.hpp"
#include "persistence/sql/writer_memory.hpp"
#include "workflow/days/clock.hpp"
#include <cstdint>
#include <optional>
#include <soci/soci.h>
#include <string>
#include <string_view>

namespace persistence {

struct connection;

// The row that every writer of a plan (or of a region's directory) writes.
struct stream {
    std::string id;
    std::int64_t touch{};        // the internal compare; raised by every writer
    std::int64_t seq{};          // the last event's number; 0: none yet
    std::string head_hash;       // of the last event, hex; empty: none yet
    workflow::instant head_at{}; // of the last event; the epoch: none yet
};

// How a transaction is spelled from its opening to its end.
struct frame {
    std::string_view before;
    std::string_view open;
    std::string_view commit;
    std::string_view rollback;
    std::string_view after_rollback;
};
frame write_frame(const dialect&);
frame read_frame(const dialect&);
frame no_frame();        // each statement by itself
frame savepoint_frame(); // within the group commit of the SQLite writer

class unit_of_work {
public:
    unit_of_work(connection&, const persistence::dialect&, workflow::instant now, const frame&);
    // On a session that keeps no statements: what is prepared ends with this.
    unit_of_work(soci::session&, const persistence::dialect&, workflow::instant now, const frame&);
    ~unit_of_work() { roll_back(); }
    unit_of_work(const unit_of_work&) = delete;
    unit_of_work& operator=(const unit_of_work&) = delete;

    soci::session& sql() { return sql_; }
    prepared_statements& prepared() { return prepared_; }
    // Statements, as of prepared_statements. Before and after each the client library's flag is
    // looked at: throws `transaction_ended` where the database has ended the transaction itself, or
    // where a statement of it failed in a way that may have.
    void each(std::string text, std::vector<value>, const row_visitor&);
    std::int64_t change(std::string text, std::vector<value>);
    const persistence::dialect& dialect() const { return dialect_; }
    workflow::instant now() const { return now_; } // the same for the whole transaction

    // What `read` gives; of SQLite's writer perhaps what it gave to a job before
    // (writer_memory.hpp). It must depend on the key and on tables of the directory alone.
    template <class Read> auto remembered(const std::string& key, Read read) -> decltype(read())
    {
        return memory_ ? memory_->get(key, read) : read();
    }
    void share(writer_memory& memory) { memory_ = &memory; } // for the owner

    // A new stream; a second one of the same id is a unique violation.
    void create_stream(std::string_view id);
    // Whether there is such a stream.
    bool has_stream(std::string_view id);
    // Reads the stream and, where the database can, holds its row until the end. To be called
    // before anything that the decision depends on is read. Throws std::out_of_range when there is
    // none: callers find the resource first, and every resource has its stream.
    stream lock_stream(std::string_view id);
    // The same for the stream whose id a query finds; the value stands at its end, within brackets.
    // What it finds must be what never changes, for it is not held. Null: there is none.
    std::optional<stream> lock_found_stream(fixed_text query, value);
    // Locks the stream and writes it at once, for writes that are no events but that a guard may
    // depend on. To be called before anything else is written.
    void touch(std::string_view id);
    // Writes the stream: touch by one, and seq and head by the events appended. Throws `lost_race`
    // when another transaction wrote it since it was read; `stream` then holds what was read. It is
    // the first thing that a transaction writes: who has lost the race has written nothing yet.
    void advance(stream&, std::int64_t events, const std::string& head_hash);

    void commit();             // for the owner; throws `transaction_ended`
    bool roll_back() noexcept; // for the owner; false: the session cannot be trusted any more

private:
    void begin();
    void run(std::string_view text);
    template <class Ask> auto within(Ask);
    void require_open();

    soci::session& sql_;
    std::optional<prepared_statements> own_{};
    prepared_statements& prepared_;
    const persistence::dialect& dialect_;
    workflow::instant now_;
    frame frame_;
    bool open_{};
    bool doubtful_{}; // a statement failed, and perhaps the transaction with it
    writer_memory* memory_{};
};

} // namespace persistence
