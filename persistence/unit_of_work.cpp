// Transactions and streams, one statement per function.
#include "persistence/unit_of_work.hpp"
#include "persistence/outage.hpp"
#include <stdexcept>

namespace persistence {

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

frame savepoint_frame()
{
    return {.before = "",
            .open = "SAVEPOINT one_job",
            .commit = "RELEASE one_job",
            .rollback = "ROLLBACK TO one_job",
            .after_rollback = "RELEASE one_job"};
}

unit_of_work::unit_of_work(soci::session& sql, const persistence::dialect& d, workflow::instant now,
                           const frame& spelled)
    : sql_(sql), dialect_(d), now_(now), frame_(spelled)
{
    if (!frame_.before.empty()) sql_ << frame_.before;
    sql_ << frame_.open;
    open_ = true;
}

void unit_of_work::commit()
{
    sql_ << frame_.commit;
    open_ = false;
}

bool unit_of_work::roll_back() noexcept
{
    if (!open_) return true;
    open_ = false;
    try {
        sql_ << frame_.rollback;
        if (!frame_.after_rollback.empty()) sql_ << frame_.after_rollback;
        return true;
    } catch (const std::exception&) {
        return false; // the database itself has ended the transaction, or is gone
    }
}

void unit_of_work::create_stream(std::string_view id)
{
    const std::string key(id);
    sql_ << "INSERT INTO streams(id, touch, seq, head_hash) VALUES (:id, 0, 0, '')", soci::use(key);
}

bool unit_of_work::has_stream(std::string_view id)
{
    const std::string key(id);
    std::string found;
    sql_ << "SELECT id FROM streams WHERE id = :id", soci::use(key), soci::into(found);
    return sql_.got_data();
}

stream unit_of_work::lock_stream(std::string_view id)
{
    stream out{.id = std::string(id), .touch = 0, .seq = 0, .head_hash = {}};
    long long touch = 0;
    long long seq = 0;
    sql_ << "SELECT touch, seq, head_hash FROM streams WHERE id = :id" + dialect_.for_update,
        soci::use(out.id), soci::into(touch), soci::into(seq), soci::into(out.head_hash);
    if (!sql_.got_data()) throw std::out_of_range("there is no stream " + out.id);
    out.touch = touch;
    out.seq = seq;
    return out;
}

void unit_of_work::advance(stream& s, std::int64_t events, const std::string& head_hash)
{
    const long long added = events;
    const long long expected = s.touch;
    soci::statement update =
        (sql_.prepare << "UPDATE streams SET touch = touch + 1, seq = seq + :added, "
                         "head_hash = :head WHERE id = :id AND touch = :touch",
         soci::use(added), soci::use(head_hash), soci::use(s.id), soci::use(expected));
    update.execute(true);
    if (update.get_affected_rows() != 1)
        throw lost_race("stream " + s.id + " was written since touch " + std::to_string(s.touch));
    s.touch += 1;
    s.seq += events;
    s.head_hash = head_hash;
}

} // namespace persistence
