#pragma once
// The ledger of a span of time for the rehearsal: what was told there, and what may not be told
// again. Without regard to who reads: callers check that.
#include "persistence/nouns/ledger.hpp"

namespace persistence {

struct kept_message {
    message_seen seen; // items: those of the region and below
    std::string key;
    bool takes_more{}; // has not been tried yet
    bool waits{};      // has not left yet
};

// Of the region and those below, told to one person or, where that is empty, to anybody.
struct ledger_extract {
    std::string region;
    std::string recipient{};
};

// Messages that tell something (what was dropped is not told), due from `first` on and before
// `end`, by time and id.
std::vector<kept_message> messages_between(unit_of_work&, const ledger_extract&,
                                           workflow::instant first, workflow::instant end);

// Unique keys of what was told.
std::vector<std::string> told_keys(unit_of_work&, const ledger_extract&);

// Keys of messages due from `first` on that take nothing more.
std::vector<std::string> left_since(unit_of_work&, workflow::instant first);

} // namespace persistence
