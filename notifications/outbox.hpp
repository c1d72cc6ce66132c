#pragma once
// The port behind which messages wait to be sent. Whoever sends takes hold of a message first; what
// it says later about a message that another has taken over meanwhile is refused.
#include "notifications/digest.hpp"
#include "notifications/mail.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace notifications {

// One message in hand.
struct held_message {
    std::string id;
    std::int64_t number{}; // of the hold; a later holder has a higher one
};

// A message as it stands at this moment: what is no longer owed is not in it.
struct parcel {
    held_message held;
    digest what;             // its items may have come to nothing: then it is empty
    std::vector<mailbox> to; // the addresses of one person; may be empty
    std::int64_t attempts{}; // before this one
};

// Not thread-safe: one sender, one outbox. Exceptions are outages.
class outbox {
public:
    virtual ~outbox() = default;

    // Takes hold of what is due, the longest waiting first; empty when there is nothing.
    virtual std::vector<held_message> take() = 0;
    virtual parcel open(const held_message&) = 0;

    // Each returns false when the hold is no longer good: then nothing was noted. `about_to_send`
    // keeps what the ledger shows, and prolongs the hold.
    virtual bool about_to_send(const held_message&, const mail&) = 0;
    virtual bool sent(const held_message&) = 0;
    virtual bool try_again(const held_message&, workflow::instant next, const std::string& why) = 0;
    virtual bool give_up(const held_message&, const std::string& why) = 0;
    virtual bool drop(const held_message&) = 0; // nothing of it is owed any more
};

} // namespace notifications
