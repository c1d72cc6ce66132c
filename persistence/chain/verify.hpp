#pragma once
// Recomputes the history: is everything that was decided still there, unchanged, and in its order?
// Run it inside database.read, so that it looks at one view beside a running server.
#include "persistence/chain/history.hpp"

namespace persistence {

struct history_fault {
    std::string stream;
    std::int64_t seq{}; // the first event that is wrong or missing
    std::string what;
};

// Numbering, canonical bytes against the chain, every readable column against the bytes, texts
// against their digests (a missing one only where a later `erased` event names it), the stream's
// head: an event changed, deleted, added, or a tail cut off. `also` is asked about each event that
// passed all this, in order, and may say what else is wrong with it.
using event_check = std::function<std::optional<std::string>(const event_row&)>;
std::optional<history_fault> verify_stream(soci::session&, const std::string& stream,
                                           const event_check& also = {});

} // namespace persistence
