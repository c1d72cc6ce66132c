#pragma once
// How what one person must be told becomes messages: which morning a reminder joins, what a digest
// is known by, and what a thing is called in it. Pure; the outbox and the rehearsal both call it.
#include "workflow/ladder.hpp"
#include "workflow/step.hpp"

namespace workflow {

// The reminder's own morning while that is today's or still to come, else the next one.
instant morning_of(const reminder&, const calendar&, instant now);

// The next morning after a digest that has left before its time came round again.
instant digest_after(const calendar&, instant left, instant now);

// One digest a person a morning: the same key always means the same message.
std::string digest_key(const std::string& recipient, instant at);
// Ids are opaque; this one follows from the key, so that a second try makes the same message.
std::string message_id_for(const std::string& key);

// What a thing is called in a mail, and whose it is (a name, or empty).
std::string title_of(const world&, const subject&);
std::string agency_name_of(const world&, const subject&);

} // namespace workflow
