#pragma once
// What was and will be sent, for people who may look: everybody their own messages; a secretariat
// and the administrators what concerns their regions, administrators without titles.
#include "persistence/nouns/outbox.hpp"
#include "persistence/sql/page.hpp"

namespace persistence {

struct message_filter {
    std::string user{}; // ids; empty: all
    std::string plan{};
};

struct message_seen {
    std::string id;
    workflow::reference to;
    std::vector<std::string> addresses;
    std::string subject; // empty: not rendered yet, or its titles are not theirs to see
    workflow::instant due{};
    std::string zone;
    std::vector<workflow::told> items; // those they may see
    std::string state;                 // ready, sending, sent, dead, dropped
    std::int64_t attempts{};
    std::string last_error;
};

// By time, then id. Refusal: malformed cursor.
workflow::result<page<message_seen>> list_messages(unit_of_work&, const workflow::principal&,
                                                   const message_filter&, const page_request&);

// Refusal: not_found, also when the reader sees none of its notices.
workflow::result<message_seen> find_message(unit_of_work&, const workflow::principal&,
                                            const std::string& id);

// A message that was given up is due again, as if it had never been tried. False: it was not dead.
bool send_again(unit_of_work&, const std::string& id);

} // namespace persistence
