#pragma once
// What can go wrong with a database that nobody who asks can mend: exceptions, caught at the rim
// (api/http/session and the loops of dispatcher and reminders) and nowhere else.
#include <stdexcept>

namespace persistence {

// Any outage. `what()` is for operators' logs, never for outsiders.
struct outage : std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct unreachable : outage { // the database cannot be opened
    using outage::outage;
};
struct unsuitable : unreachable { // it answers, but not as we need; says what to do about it
    using unreachable::unreachable;
};
struct overloaded : outage { // a bounded queue or pool is full; try again later
    using outage::outage;
};
struct unavailable : outage { // eight tries or the deadline are used up
    using outage::outage;
};
struct unknown_outcome : outage { // the connection died during COMMIT and no key was given
    using outage::outage;
};
struct disk_full : outage {
    using outage::outage;
};

// The stream was written by another transaction since it was read. Retried with fresh reads.
struct lost_race : std::runtime_error {
    using std::runtime_error::runtime_error;
};
// A neighbour in the same group commit took the whole transaction down. Retried.
struct batch_undone : std::runtime_error {
    using std::runtime_error::runtime_error;
};
// The database has ended the transaction by itself: what would come next would stand alone.
// Retried.
struct transaction_ended : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The operator wrote something that cannot be meant: a malformed database address, say.
struct usage : std::invalid_argument {
    using std::invalid_argument::invalid_argument;
};

} // namespace persistence
