// Transactions and streams, one statement per function.
#include "persistence/sql/unit_of_work.hpp"
#include "persistence/sql/open_transaction.hpp"
#include "persistence/sql/outage.hpp"
#include "persistence/sql/session.hpp"
#include "persistence/sql/statement.hpp"
#include <stdexcept>

namespace persistence {
namespace {

bool may_end_transactions(fault f)
{
    return f != fault::other && f != fault::unique_violation;
}

} // namespace

frame write_frame(const dialect& d)
{
    return {.before = "",
            .open = d.begin_write,
            .commit = "COMMIT",
            .rollback = "ROLLBACK",
            .after_rollback = ""};
}

frame read_frame(const dialect& d)
{
    return {.before = d.before_read,
            .open = d.begin_read,
            .commit = "COMMIT",
            .rollback = "ROLLBACK",
            .after_rollback = ""};
}

frame no_frame()
{
    return {};
}

frame savepoint_frame()
{
    return {.before = "",
            .open = "SAVEPOINT one_job",
            .commit = "RELEASE one_job",
            .rollback = "ROLLBACK TO one_job",
            .after_rollback = "RELEASE one_job"};
}

unit_of_work::unit_of_work(connection& session, const persistence::dialect& d,
                           workflow::instant now, const frame& spelled)
    : sql_(session.sql), prepared_(session.prepared), dialect_(d), now_(now), frame_(spelled)
{
    begin();
}

unit_of_work::unit_of_work(soci::session& sql, const persistence::dialect& d, workflow::instant now,
                           const frame& spelled)
    : sql_(sql), own_(std::in_place, sql), prepared_(*own_), dialect_(d), now_(now), frame_(spelled)
{
    begin();
}

void unit_of_work::begin()
{
    if (!frame_.before.empty()) run(frame_.before);
    if (frame_.open.empty()) return;
    run(frame_.open);
    open_ = true;
    require_open();
}

void unit_of_work::require_open()
{
    if (!open_) return; // each statement stands by itself
    if (doubtful_ || !in_transaction(sql_))
        throw transaction_ended("the database has ended the transaction by itself");
}

template <class Ask> auto unit_of_work::within(Ask ask)
{
    require_open();
    try {
        return ask();
    } catch (const soci::soci_error& error) {
        doubtful_ = doubtful_ || may_end_transactions(classify(error));
        throw;
    }
}

void unit_of_work::each(std::string text, std::vector<value> values, const row_visitor& visit)
{
    within([&] { prepared_.each(std::move(text), std::move(values), visit); });
    require_open();
}

std::int64_t unit_of_work::change(std::string text, std::vector<value> values)
{
    const auto written =
        within([&] { return prepared_.change(std::move(text), std::move(values)); });
    require_open();
    return written;
}

void unit_of_work::run(std::string_view text)
{
    prepared_.change(std::string(text), {});
}

void unit_of_work::commit()
{
    require_open();
    run(frame_.commit);
    open_ = false;
}

bool unit_of_work::roll_back() noexcept
{
    if (!open_) return true;
    open_ = false;
    try {
        run(frame_.rollback);
        if (!frame_.after_rollback.empty()) run(frame_.after_rollback);
        return true;
    } catch (const std::exception&) {
        return false; // the database itself has ended the transaction, or is gone
    }
}

void unit_of_work::create_stream(std::string_view id)
{
    statement(*this, "INSERT INTO streams(id, touch, seq, head_hash) VALUES (:id, 0, 0, '')", {id})
        .change();
}

bool unit_of_work::has_stream(std::string_view id)
{
    return one_text({*this, "SELECT id FROM streams WHERE id = :id", {id}}).has_value();
}

stream unit_of_work::lock_stream(std::string_view id)
{
    auto found = lock_found_stream("SELECT id FROM streams WHERE id = ", id);
    if (!found) throw std::out_of_range("there is no stream " + std::string(id));
    return std::move(*found);
}

// The event is read with the lock: who waited for the stream sees what the one before wrote.
std::optional<stream> unit_of_work::lock_found_stream(fixed_text query, value id)
{
    std::optional<stream> found;
    statement find(*this, "SELECT s.id, s.touch, s.seq, s.head_hash, COALESCE(e.at, 0) "
                          "FROM streams s LEFT JOIN events e ON e.stream = s.id AND e.seq = s.seq "
                          "WHERE s.id = (");
    find.add(query, std::move(id)).add(")").hold_rows();
    find.each([&](const soci::row& row) {
        found = {text(row, 0), number(row, 1), number(row, 2), text(row, 3), {}};
        if (found->seq > 0) found->head_at = instant_in(row, 4);
    });
    return found;
}

void unit_of_work::touch(std::string_view id)
{
    stream s = lock_stream(id);
    advance(s, 0, s.head_hash);
}

void unit_of_work::advance(stream& s, std::int64_t events, const std::string& head_hash)
{
    const auto written =
        statement(*this,
                  "UPDATE streams SET touch = touch + 1, seq = seq + :added, head_hash = :head "
                  "WHERE id = :id AND touch = :touch",
                  {events, head_hash, s.id, s.touch})
            .change();
    if (written != 1)
        throw lost_race("stream " + s.id + " was written since touch " + std::to_string(s.touch));
    s.touch += 1;
    s.seq += events;
    s.head_hash = head_hash;
}

} // namespace persistence
