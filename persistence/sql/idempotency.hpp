#pragma once
// Answers by the caller's own key: a request that is sent again gets the answer of the first time
// and has no second effect. Per user, successes only, for seven days.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/words/error.hpp"
#include <chrono>
#include <optional>
#include <string>

namespace persistence {

inline constexpr std::chrono::days key_days_kept{7};
inline constexpr std::size_t key_octets_max = 200;

struct run_key {
    std::string user;           // id
    std::string key;            // 1 to 200 octets, of the caller's choosing
    std::string request_digest; // over method, path, query and body
};

struct stored_answer {
    int status{};
    std::string headers;
    std::string body;
    bool replayed{};
};

// Nothing when the key is new (or older than seven days: it is then free again); the answer of the
// first time; `key_reused` when it was given for another request; `malformed` for a bad key. Writes
// nothing, so a read may ask.
workflow::result<std::optional<stored_answer>> find_answer(unit_of_work&, const run_key&);

// A unique violation when another transaction stored one first.
void store_answer(unit_of_work&, const run_key&, const stored_answer&);

// Removes keys that are too old to be answered; for a periodic job.
void forget_old_answers(unit_of_work&);

} // namespace persistence
