#pragma once
// A message under construction: found or begun, and filled while it has not left.
#include "persistence/sql/unit_of_work.hpp"
#include "workflow/days/calendar.hpp"
#include "workflow/reminding/told.hpp"
#include <optional>
#include <string>

namespace persistence {

struct message_place {
    std::string id;
    workflow::instant due{};
};

struct digest_place {
    std::string recipient;
    workflow::instant at{};
    std::optional<workflow::date> by{}; // the deadline of what is told: not later, if possible
};

// The person's digest at `at`, or a later one when that one has left already; begun when there is
// none. The row is written, so that whoever claims it meanwhile loses or sees us.
message_place join_digest(unit_of_work&, const workflow::calendar&, digest_place);

// A message of its own, due now; the same key always means the same message.
message_place join_message(unit_of_work&, const std::string& key, const std::string& recipient,
                           const std::string& zone);

struct notice_place {
    message_place message{};
    std::string recipient;
    std::int64_t event_seq{}; // of what happened; 0 of a reminder
};

bool is_told(unit_of_work&, const std::string& key);
void insert_notice(unit_of_work&, const workflow::told&, const notice_place&);

} // namespace persistence
