#pragma once
// Messages on their way out. Whoever sends claims a message by a committed UPDATE with a fencing
// number, and sends only then; everything it writes afterwards is written under that number, so
// that a sender whose lease ran out can change nothing any more.
//
//     auto claims = …write: claim_due(unit, {"node 3", 120s, 20})
//     auto message = …read: load_claimed(unit, claim)
//     …write: mark_attempt(unit, claim, …)   // false: another has it, do not send
//     …send…
//     …write: mark_sent(unit, claim)
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/people/person.hpp"
#include "workflow/reminding/told.hpp"
#include <chrono>
#include <optional>
#include <vector>

namespace persistence {

struct claimant {
    std::string owner;            // names the process in logs
    std::chrono::seconds lease{}; // longer than all time-outs of one sending
    std::size_t messages_max{};   // at once
};

struct claim {
    std::string id;
    std::int64_t lease_no{};
    friend bool operator==(const claim&, const claim&) = default;
};

struct outgoing {
    std::string id;
    std::string key;
    workflow::reference recipient;
    std::string locale;
    std::vector<std::string> addresses; // empty: nobody to send it to
    bool is_disabled{};                 // the recipient's account
    workflow::instant due{};
    std::string zone;
    std::int64_t attempts{};
    std::vector<workflow::told>
        items; // in the order in which they were told, without what was dropped
};

// What is due now and nobody holds, the longest waiting first. To be committed before sending.
// Digests of one person that have waited become the newest of them.
std::vector<claim> claim_due(unit_of_work&, const claimant&);

// The claimed message as it stands. Throws std::out_of_range when there is none.
outgoing load_claimed(unit_of_work&, const claim&);

// What is about to leave.
struct attempt {
    std::string subject;
    std::string body;
    std::string header_id;        // Message-ID
    std::chrono::seconds lease{}; // from now
};

// Each returns false when the claim is no longer good: nothing was written, nothing may be sent.
bool mark_attempt(unit_of_work&, const claim&, const attempt&);
bool mark_sent(unit_of_work&, const claim&);
bool mark_temporary(unit_of_work&, const claim&, workflow::instant next, const std::string& error);
bool mark_dead(unit_of_work&, const claim&, const std::string& error);
bool mark_dropped(unit_of_work&, const claim&); // nothing of it is owed any more

// What of a claimed message turned out differently when it was looked at again: dropped, or told
// by another post, of another matter or by another day.
bool note_second_look(unit_of_work&, const claim&, const std::vector<workflow::told>&);

} // namespace persistence
