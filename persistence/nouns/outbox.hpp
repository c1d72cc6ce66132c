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
#include "workflow/people/held_post.hpp"
#include "workflow/people/person.hpp"
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

// One thing that a message tells.
struct told {
    std::string rule; // review_requested, H-7
    std::string resource;
    std::string subject;
    int round{1};
    std::string why;  // the role by which the recipient gets it
    std::string post; // of which agency or region
    std::optional<workflow::date> due;
    std::optional<workflow::date> moved_from;
    std::string plan;
    workflow::region region;
    std::string title;
    std::string agency;
    std::string reason;  // what was written when it happened; empty when erased
    std::string matter;  // what a reminder waits for: report, review, approve, submit, revise
    std::string key;     // unique
    std::string dropped; // why it was not told after all (still_owed.hpp), or empty
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
    std::vector<told> items; // in the order in which they were told, without what was dropped
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

// What of a claimed message turned out differently when it was looked at again.
struct second_look {
    std::string key; // of the notice
    std::string why; // it is dropped; empty: it is told as follows
    workflow::held_post post{};
    std::string matter{};
    std::optional<workflow::date> due{};
};
bool note_second_look(unit_of_work&, const claim&, const std::vector<second_look>&);

} // namespace persistence
