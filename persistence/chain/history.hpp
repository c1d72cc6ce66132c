#pragma once
// What happened, for ever: events under their stream, numbered without gap and chained by hash.
// Rows are only ever inserted; the one exception is the erasure of personal text, which is an event
// of its own.
//
//     auto s = unit.lock_stream(plan);
//     …
//     auto made = append_events(unit, s, drafts);  // also advances the stream
#include "persistence/chain/canonical.hpp"
#include "persistence/sql/unit_of_work.hpp"
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace persistence {

struct event_draft {
    std::int64_t cause{};   // seq of the event that made it due; 0: a person's or scheduler's
    std::string name;       // submitted
    std::string command{};  // submit; empty for a making
    workflow::instant at{}; // raised to the previous event's where the clock has gone back
    std::string by_user{};  // id; empty: the system
    std::string by_post{};
    std::string by_name{}; // personal: beside the hashed bytes
    bool acting{};
    std::string on_behalf_of{};
    std::string resource; // plans
    std::string subject;  // id
    std::string from{};   // empty for a making
    std::string to;
    std::string reason{}; // free text: beside the hashed bytes
    pairs data{};         // values and digests that are part of the hashed bytes
};

struct event_row {
    std::string stream;
    std::int64_t seq{};
    event_draft event;            // of an erased event by_name and reason are empty
    std::int64_t acting_column{}; // 0 or 1, as it stands there
    bool erased{};
    std::string salt;      // hex
    std::string data_text; // the column, a JSON object
    std::string canonical;
    std::string hash; // hex
};

using salt_source = std::function<std::string()>;

// Appends in order, chains, and advances the stream (throws `lost_race` as that does). Returns the
// rows as written. Precondition: the stream was locked in this transaction.
std::vector<event_row> append_events(unit_of_work&, stream&, const std::vector<event_draft>&,
                                     const salt_source& = random_salt);

inline constexpr long long history_page_rows = 500;
// The next rows after that seq, at most a page; empty at the end.
std::vector<event_row> read_events(soci::session&, const std::string& stream,
                                   std::int64_t after_seq, long long rows = history_page_rows);

// The name of the event that says that the personal text of an earlier one was erased; its data
// holds {"erases", seq}.
inline constexpr std::string_view erased_event = "erased";
inline constexpr std::string_view erases_key = "erases";

// What an event's canonical bytes say, in the order in which they are written.
pairs hashed_members(const event_row&, const std::string& name_digest,
                     const std::string& reason_digest);
std::string data_as_json(const pairs&);

} // namespace persistence
