#pragma once
// How what one person must be told becomes messages: which morning a reminder joins, what a digest
// is known by, and what a thing is called in it. Pure; the outbox and the rehearsal both call it.
#include "workflow/reminding/ladder.hpp"
#include "workflow/step/step.hpp"

namespace workflow {

// When the digest that gathers what is known now leaves: the next morning, but at once when only
// then the deadline `by` would not be over yet.
instant digest_by(const calendar&, instant now, std::optional<date> by);

// The reminder's own morning while that is today's or still to come, else the next digest.
instant morning_of(const reminder&, const calendar&, instant now);

// The next one after a digest that has left before its time came round again.
instant digest_after(const calendar&, instant left, instant now, std::optional<date> by);

// One digest a person a morning: the same key always means the same message.
std::string digest_key(const std::string& recipient, instant at);
// Ids are opaque; this one follows from the key, so that a second try makes the same message.
std::string message_id_for(const std::string& key);

// Of two things that one message would say of one thing only the weightier is said: a reminder
// before what happened, else the later.
bool outweighs(std::string_view later_rule, std::string_view earlier_rule);
bool is_reminder(std::string_view rule); // H-7, H+1

// A thing as it is told of, whatever is told: what it is called in a mail, and whose it is.
told told_about(const world&, const subject&);
told told_of(const world&, const notice&); // without its key

} // namespace workflow
