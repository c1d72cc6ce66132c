#pragma once
// The port through which mail leaves. A channel tries once and says how it went; trying again is
// the caller's business (attempts.hpp).
#include "notifications/mail.hpp"
#include <string>

namespace notifications {

enum class outcome {
    accepted,    // the other side has taken the mail over
    temporary,   // it may work later: try again
    refused,     // not for the recipient's address: somebody must mend it, and then it works
    unreachable, // nothing leaves by this way now: refused before any mail, silent, or not there
    permanent,   // the recipient's address takes no mail, and never will
};

struct delivery {
    outcome result{};
    std::string reason{}; // for the ledger: one line, empty when accepted
};

// Not thread-safe: one sender, one channel.
class channel {
public:
    virtual ~channel() = default;

    // Does not throw for anything that the other side, the network or the disk does.
    virtual delivery send(const mail&) = 0;
};

} // namespace notifications
